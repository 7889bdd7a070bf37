"""A service told in one line, or a confirmation that was pasted: "Flight FB 431 12.12 06:40 Sofia – Skopje, net 250".

What is plainly said is taken; all that is left is what it is called.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from domain.values.money import Money, read_money
from domain.values.reading.around import Around
from domain.values.reading.days import read_days
from domain.values.reading.times import read_time
from domain.values.refusals import Refusal

T = TypeVar("T")

KINDS = {
    "flight": r"flight|рейс\w*|полет\w*|полёт\w*|авиа\w*|самолет\w*|самолёт\w*|航班|机票|飞机",
    "hotel": r"hotel|хотел\w*|отел\w*|гостиниц\w*|нощувк\w*|酒店|宾馆",
    "transfer": r"transfer|трансфер\w*|接送|接机|送机",
    "insurance": r"insurance|застраховк\w*|страховк\w*|страхован\w*|保险",
    "excursion": r"excursion|екскурзи\w*|экскурси\w*|游览|一日游",
}
"""The words a kind goes by, in the languages we speak."""

_DAY = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?"
    r"|\d{1,2}\.? [^\W\d_]{3,}\.?(?: \d{4}\b)?)"
)
_SUM = r"(?:[€$£¥₽]\s?\d[\d .,']*|\d[\d.,']*(?: \d{3})*(?:[.,]\d{1,2})?\s?(?:[€$£¥₽]|[^\W\d_]{2,5}\b\.?)?)"
_BY = r"[\s:：]*(?:valid|held|is|е|до|until|till|by|to|at|on|至|截止|с)?[\s:：]*(?:until|до|to|至)?[\s:：]*"
_NUMBER = r"[\s:：#№]*(?:number|no\.?|code|номер|№|号|号码)?[\s:：#№]*(?:е|is)?[\s:：]*"

_OPTION = re.compile(
    rf"(?:option|опци\w*|ttl|ticketing (?:time )?limit|保留)(?:\s+date)?{_BY}(?P<found>{_DAY})", re.I
)
_FREE = re.compile(
    r"(?:free (?:cancel\w*|cxl)|cancel\w* free|безплатн\w* (?:анул\w*|отмяна)|бесплатн\w* отмен\w*|免费取消)"
    rf"{_BY}(?P<found>{_DAY})",
    re.I,
)
_CONFIRMATION = re.compile(
    r"(?:confirmation|confirmed|conf\b\.?|pnr|booking(?: ref\w*)?|ref\b\.?|reference|reservation|потвърждение"
    rf"|подтверждени\w*|бронь|бронирован\w*|резервация|确认号?|订单){_NUMBER}(?P<found>(?=[\w/-]*\d|(?-i:[A-Z]{{5,}}))[A-Za-z0-9][\w/-]{{2,}})",
    re.I,
)
_NET = re.compile(
    rf"(?:net\b|нето|нетто|净价)[\s:：]*(?:price|цена|стойност)?[\s:：]*(?P<found>{_SUM})", re.I
)
_PRICE = re.compile(
    rf"(?:price|total|цена|общо|всего|итого|стоимост\w*|сумма|сума|价格|总价|共)[\s:：]*(?P<found>{_SUM})",
    re.I,
)
_BARE_SUM = re.compile(
    r"(?P<found>[€$£¥₽]\s?\d[\d.,']*|\d[\d.,']*\s?(?:[€$£¥₽]|(?:eur|euro|usd|rub|cny|евро|лева|руб|元|欧元)\b\.?))",
    re.I,
)
_TIME = re.compile(r"(?<![\d.:])(?P<found>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])")
_DATE = re.compile(rf"(?<![\d.])(?P<found>{_DAY})(?![\d])", re.I)
_SPAN = re.compile(r"(?<![\d.])(?P<first>\d{1,2})\s*[-–—]\s*(?P<last>\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)")
_FLIGHT = re.compile(
    r"\b(?P<carrier>[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?(?P<number>\d{2,4})\b(?!\s?(?:eur|euro|€))", re.ASCII
)
_PLACE = r"[^\W\d_][^\W\d_.'’]*(?: [^\W\d_][^\W\d_.'’]*){0,2}"
_WAY = re.compile(rf"(?P<first>{_PLACE})\s*(?:–|—|→|->|>| - |-(?=[^\W\d_]))\s*(?P<last>{_PLACE})")
_LABELS = re.compile(
    r"\b(?:check-?in|check-?out|departure|arrival|depart|arrive|настаняване|напускане|заезд|выезд"
    r"|заминаване|пристигане|вылет|прил[её]т)\b[\s:：]*|(?:入住|退房|起飞|到达)[\s:：]*",
    re.I,
)
_LEFT = re.compile(r"[\s,;:：·|/\\–—-]+")
LONGEST = 120
"""Letters of what it is called."""


@dataclass
class ServiceLine:
    """What could be read of it."""

    kind: str | None = None
    title: str | None = None
    days: list[date] = field(default_factory=list)
    """When it begins, and when it ends."""
    times: list[time] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    """From where, to where."""
    confirmation: str | None = None
    option_until: date | None = None
    free_until: date | None = None
    price: Money | None = None
    net: Money | None = None

    @property
    def tells(self) -> bool:
        """Whether more than a name could be read."""
        several = self.kind, self.days, self.times, self.confirmation, self.option_until, self.price, self.net
        return any(several)


def read_service_line(text: str, around: Around, currency: str, kind: str | None = None) -> ServiceLine:
    """`kind` where it is known already."""
    return _Reader(text, around, currency).read(kind)


class _Reader:
    """Takes one thing after another out of the words."""

    def __init__(self, text: str, around: Around, currency: str) -> None:
        self._rest = " , ".join(unicodedata.normalize("NFKC", text).splitlines())
        self._around, self._currency = around, currency

    def read(self, kind: str | None) -> ServiceLine:
        found = ServiceLine()
        found.option_until = self._take(_OPTION, self._day)
        found.free_until = self._take(_FREE, self._day)
        found.confirmation = self._take(_CONFIRMATION, str)
        found.net = self._take(_NET, self._sum)
        found.price = self._take(_PRICE, self._sum) or self._take(_BARE_SUM, self._sum)
        flight = self._flight() if kind in (None, "flight") else None
        found.times = [*self._all(_TIME, read_time)][:2]
        self._spread()
        found.days = sorted(self._all(_DATE, self._day))[:2]
        said = self._kind()
        found.kind = kind or said or ("flight" if flight else None)
        self._rest = _LABELS.sub(" , ", self._rest)
        if found.kind in ("flight", "transfer"):
            found.places = self._way()
        found.title = self._title(flight)
        return found

    def _take(self, pattern: re.Pattern[str], reads: Callable[[str], T | None]) -> T | None:
        """The first that can be read; it is out of the words then."""
        return next(self._all(pattern, reads, most=1), None)

    def _all(self, pattern: re.Pattern[str], reads: Callable[[str], T | None], most: int = 4) -> Iterator[T]:
        taken: list[tuple[tuple[int, int], T]] = []
        for match in pattern.finditer(self._rest):
            value = _read(reads, match["found"].strip())
            if value is not None and len(taken) < most:
                taken.append((match.span(), value))
        for (begins, ends), _value in reversed(taken):
            self._rest = f"{self._rest[:begins]} , {self._rest[ends:]}"
        yield from (value for _span, value in taken)

    def _day(self, said: str) -> date | None:
        days = read_days(said, self._around)
        return days[0] if len(days) == 1 else None

    def _sum(self, said: str) -> Money | None:
        return read_money(said.rstrip(" .,'"), self._currency)

    def _spread(self) -> None:
        """ "12–15.12" is two days of one month."""

        def both(match: re.Match[str]) -> str:
            month = match["last"].partition(".")[2] or match["last"].partition("/")[2]
            return f"{match['first']}.{month} , {match['last']}"

        self._rest = _SPAN.sub(both, self._rest)

    def _flight(self) -> str | None:
        match = _FLIGHT.search(self._rest)
        if match is None:
            return None
        self._rest = f"{self._rest[: match.start()]} , {self._rest[match.end() :]}"
        return f"{match['carrier']} {match['number']}"

    def _kind(self) -> str | None:
        """The word it is called by is left where it may belong to a name: "Hotel Bellevue"."""
        first: tuple[int, str, re.Match[str]] | None = None
        for kind, words in KINDS.items():
            match = re.search(rf"(?<!\w)(?:{words})", self._rest, re.I)
            if match and (first is None or match.start() < first[0]):
                first = match.start(), kind, match
        if first is None:
            return None
        match = first[2]
        self._rest = f"{self._rest[: match.start()]} {self._rest[match.end() :]}"
        return first[1]

    def _way(self) -> list[str]:
        match = _WAY.search(self._rest)
        if match is None:
            return []
        self._rest = f"{self._rest[: match.start()]} , {self._rest[match.end() :]}"
        return [match["first"].strip(), match["last"].strip()]

    def _title(self, flight: str | None) -> str | None:
        parts = [_LEFT.sub(" ", part).strip() for part in re.split(r"[,;]", self._rest)]
        said = [flight, *(part for part in parts if re.search(r"[^\W_]", part))]
        title = ", ".join(part for part in said if part)
        return title[:LONGEST].strip(" ,.:") or None


def _read(reads: Callable[[str], T | None], said: str) -> T | None:
    try:
        return reads(said)
    except Refusal:
        return None
