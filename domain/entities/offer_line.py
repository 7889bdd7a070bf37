"""An offer in one line: "Hotel Bellevue HB, 12.06-19.06, 900, net 780, till 20.12, https://…", as far as it can be told."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from domain.entities.client_facts import Board
from domain.entities.suppliers import Supplier, SupplierKind
from domain.values.money import Money, read_money
from domain.values.reading.around import Around
from domain.values.reading.days import read_days
from domain.values.reading.spans import Span, read_span
from domain.values.refusals import Refusal
from domain.values.text import clean, name, one_line

LONGEST_TITLE = 100
Known: TypeAlias = Callable[[str], Supplier | None]
"""The supplier of exactly this name, if we know one."""
_LONGEST_NAME = 4
"""Words of a supplier's name that stands before the rest with nothing between."""
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;|；·]\s*|\s*(?<!\d),\s*|\s*,(?!\d)\s*|\s*[，、]\s*|\s{2,}|\t")
"""A comma within an amount parts nothing: "1,200"."""
_NET = re.compile(r"^(?:net(?:to)?|нетто|нето|净价|底价)\s*[:：]?\s*(?P<rest>.+)$", re.IGNORECASE)
_UNTIL = re.compile(
    r"^(?:valid (?:till|until|to)|valid|till|until|option(?: till| until)?|действует до|валидн[аоеи] до|опция до"
    r"|до|有效期至|有效至|截至|截止)"
    r"\s*[:：]?\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_NIGHTS = re.compile(
    r"(?P<count>\d{1,2})\s*(?:nights?|ноч(?:ь|и|ей)|нощувк[аи]|нощ(?:и)?|晚|夜)\.?", re.IGNORECASE
)
_BOARDS: Mapping[str, Board] = {
    "ro": Board.ROOM_ONLY,
    "bb": Board.BREAKFAST,
    "hb": Board.HALF,
    "fb": Board.FULL,
    "ai": Board.ALL_INCLUSIVE,
    "uai": Board.ALL_INCLUSIVE,
    "all": Board.ALL_INCLUSIVE,
    "all inclusive": Board.ALL_INCLUSIVE,
    "все включено": Board.ALL_INCLUSIVE,
    "всё включено": Board.ALL_INCLUSIVE,
    "ол инклузив": Board.ALL_INCLUSIVE,
    "全包": Board.ALL_INCLUSIVE,
    "half board": Board.HALF,
    "полупансион": Board.HALF,
    "半膳": Board.HALF,
    "full board": Board.FULL,
    "полный пансион": Board.FULL,
    "пълен пансион": Board.FULL,
    "全膳": Board.FULL,
    "breakfast": Board.BREAKFAST,
    "завтрак": Board.BREAKFAST,
    "завтраки": Board.BREAKFAST,
    "закуска": Board.BREAKFAST,
    "закуски": Board.BREAKFAST,
    "със закуска": Board.BREAKFAST,
    "с завтраком": Board.BREAKFAST,
    "с завтраками": Board.BREAKFAST,
    "with breakfast": Board.BREAKFAST,
    "含早": Board.BREAKFAST,
    "早餐": Board.BREAKFAST,
    "room only": Board.ROOM_ONLY,
    "без питания": Board.ROOM_ONLY,
    "без храна": Board.ROOM_ONLY,
}
_CODE_AT_END = re.compile(r"^(?P<title>.+?)\s+(?P<code>RO|BB|HB|FB|AI|UAI)$")


@dataclass
class OfferLine:
    """What could be read. Days told by nights alone are counted from the first."""

    title: str = ""
    price: Money | None = None
    starts: date | None = None
    ends: date | None = None
    board: Board | None = None
    net: Money | None = None
    valid_until: date | None = None
    link: str | None = None
    supplier: int | None = None
    """Its number."""

    @property
    def is_whole(self) -> bool:
        """It can be kept as it is."""
        return bool(self.title) and self.price is not None


def _nobody(_name: str) -> None:
    return None


def read_offer_lines(text: str, around: Around, currency: str, known: Known = _nobody) -> list[OfferLine]:
    """One for each line. Raises Refusal: as `read_offer_line`."""
    return [
        read_offer_line(line, around, currency, known) for line in clean(text).split("\n") if line.strip()
    ]


def read_offer_line(text: str, around: Around, currency: str, known: Known = _nobody) -> OfferLine:
    """A supplier we know stands in no title, which the client reads, unless it is the hotel itself.

    Raises Refusal: nothing_written, not_a_name, too_long.
    """
    line, nights, others = OfferLine(), 0, []
    said = one_line(unicodedata.normalize("NFKC", text).replace("\t", " ; "))
    if found := _LINK.search(said):
        line.link = found.group().rstrip(".,;)")
        said = f"{said[: found.start()]}, {said[found.end() :]}"
    parts = _PARTS.split(said)
    for part in parts if len(parts) > 1 else _apart(said, around, currency):
        stays = _NIGHTS.match(part)
        nights = int(stays["count"]) if stays else nights
        rest = part[stays.end() :].strip() if stays else part
        if rest and not _told(line, rest, around, currency):
            others.append(_without_supplier(line, rest, known))
    line.title = name(", ".join(filter(None, others)), LONGEST_TITLE)
    if line.board is None and (ends := _CODE_AT_END.match(line.title)):
        line.title, line.board = ends["title"], _BOARDS[ends["code"].casefold()]
    if line.starts is not None and line.ends is None and nights:
        line.ends = line.starts + timedelta(days=nights)
    return line


def _without_supplier(line: OfferLine, part: str, known: Known) -> str:
    """Of a part of the title, what the client reads."""
    words = part.split()
    for many in (len(words), *range(min(_LONGEST_NAME, len(words) - 1), 0, -1)):
        found = known(" ".join(words[:many]).rstrip(":")) if line.supplier is None else None
        if found is not None:
            line.supplier = found.id
            return part if found.kind is SupplierKind.HOTEL else " ".join(words[many:]).lstrip("-–—: ")
    return part


def _apart(said: str, around: Around, currency: str) -> list[str]:
    """Where nothing parts them: the days, and the amount that ends the line, "Bellevue 12.06-19.06 900"."""
    words = said.split()
    at = next((place for place, word in enumerate(words) if place and _span(word, around)), None)
    if at is None or not (rest := words[at + 1 :]) or _money(" ".join(rest), currency) is None:
        return [said]
    return [" ".join(words[:at]), words[at], " ".join(rest)]


def _told(line: OfferLine, part: str, around: Around, currency: str) -> bool:
    """Whether it is something else than a part of the title."""
    if line.net is None and (net := _NET.match(part)) and (amount := _money(net["rest"], currency)):
        line.net = amount
    elif line.valid_until is None and (until := _UNTIL.match(part)) and (day := _day(until["rest"], around)):
        line.valid_until = day
    elif line.board is None and (board := _BOARDS.get(part.casefold())):
        line.board = board
    elif line.starts is None and (span := _span(part, around)):
        line.starts, line.ends = span.first, span.last
    elif line.price is None and (amount := _money(part, currency)):
        line.price = amount
    else:
        return False
    return True


def _span(text: str, around: Around) -> Span | None:
    """What has two readings for this reader is read as most of the region writes it."""
    return read_span(text, around) or read_span(text, replace(around, language=None))


def _money(text: str, currency: str) -> Money | None:
    if not any(map(str.isdecimal, text)):
        return None
    try:
        return read_money(text, currency) or None
    except Refusal:
        return None


def _day(text: str, around: Around) -> date | None:
    try:
        days = read_days(text, around)
    except Refusal:
        return None
    return days[0] if len(days) == 1 else None
