"""What staff ask for in plain words, in any language we speak: a trip's participants, a deal by its number."""

import re
from dataclasses import dataclass
from datetime import date

from domain.values.reading.days import Around, read_day, read_days
from domain.values.refusals import Refusal
from domain.values.text import one_line

LONGEST = 100
MOST_WORDS = 8

_DATE = re.compile(
    r"""(?<!\d)(?<!\d[-./])  # no part of a phone number
    (?:\d{4}年\d{1,2}月\d{1,2}[日号]?|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))
    (?![-./]?\d)""",
    re.VERBOSE,
)
_WITHOUT_YEAR = (
    re.compile(r"(?<!\d)\d{1,2}月\d{1,2}[日号號]?(?!\d)"),
    re.compile(r"(?<![\w./-])\d{1,2}/\d{1,2}(?![-./:]?\d)(?!\w)"),
    re.compile(
        r"(?<![\w./-])\d{1,2}(?:st|nd|rd|th|-?(?:го|е|ти|ви|ри|ми|во))? [^\W\d_]{3,}\.?", re.IGNORECASE
    ),
    re.compile(r"(?<!\w)[^\W\d_]{3,}\.? \d{1,2}(?:st|nd|rd|th)?(?![-./:]?\d)(?!\w)", re.IGNORECASE),
)
_DAY_OF_YEAR = re.compile(r"\d{2}\.\d{2}")
_A_LEAP_YEAR = Around(today=date(2028, 1, 1))
"""In which every day there is stands."""
_LISTS = re.compile(
    r"""^\W*(?:(?:list\s+of\s+)?(?:the\s+)?(?:participants?|travell?ers|passengers)(?:\s+list)?
    |(?:список\s+)?(?:участник(?:и|ов)|путешественник(?:и|ов)|пассажир(?:ы|ов)|турист(?:ы|ов))
    |(?:списък\s+(?:на\s+|с\s+)?)?(?:участници(?:те)?|пътници(?:те)?|туристи(?:те)?)
    |(?:参加者|参与者|参团者|团员|旅客|游客)?(?:名单|名單)|参加者|参与者|团员)(?=\W|[\u4e00-\u9fff]|\d|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_LISTS_AFTER = re.compile(
    r"""(?:\b(?:participants?|travell?ers|passengers)(?:\s+list)?|\bучастники|\bучастници
    |的?(?:参加者|参与者|参团者|团员|旅客|游客)?(?:名单|名單)|的?(?:参加者|参与者|团员))\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
_LINKS = {"of", "for", "in", "to", "on", "the", "в", "во", "на", "за", "до", "от", "по", "тура", "поездки"}
_NUMBER = re.compile(
    r"(?:№|#|no\.?|n|nr\.?|deal|inquiry|сделка|заявка|запитване|订单|单号|询价|咨询)?\s*[№#]?\s*(\d{1,9})",
    re.IGNORECASE,
)

_CLIENT = re.compile(r"(?:client|клиент(?:ка)?|客户)\s*(?:№|#|no\.?)?\s*(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True)
class SearchWords:
    """Words to search by; `day` is the date among them, as trips are called by it."""

    text: str
    day: str | None = None

    @classmethod
    def of(cls, text: str) -> "SearchWords":
        """Short enough to search for, with dates written the way trips are titled."""
        spaced = _DATE.sub(lambda found: f" {_dated(found[0])} ", one_line(text)[:LONGEST])
        for written in _WITHOUT_YEAR:
            spaced = written.sub(lambda found: f" {_day_of_year(found[0])} ", spaced)
        words = [word.strip(",;:!?()[]«»“”\"'") for word in spaced.split()][:MOST_WORDS]
        days = [word for word in words if _DATE.fullmatch(word) or _DAY_OF_YEAR.fullmatch(word)]
        return cls(" ".join(word for word in words if word), days[0] if days else None)


def asked_for_participants(text: str) -> SearchWords | None:
    """The trip whose participants are asked for; None when it is about something else."""
    line = one_line(text)[:LONGEST]
    bare = _LISTS.sub("", line, count=1)
    if bare == line:
        bare = _LISTS_AFTER.sub("", line, count=1)
    if bare == line:
        return None
    words = bare.strip(" ,:;?!.").split()
    while words and words[0].casefold() in _LINKS:
        words.pop(0)
    return SearchWords.of(" ".join(words))


def asked_number(text: str) -> int | None:
    """ "12", "№ 12", "deal 12"."""
    found = _NUMBER.fullmatch(one_line(text))
    return int(found[1]) if found else None


def asked_client(text: str) -> int | None:
    """ "client 12", "клиент № 12"."""
    found = _CLIENT.fullmatch(one_line(text))
    return int(found[1]) if found else None


def _day_of_year(written: str) -> str:
    """ "29 октября", "Oct 29", "10月29日", "29/10" as a title begins with it: "29.10"; other words stay."""
    try:
        days = read_days(written, _A_LEAP_YEAR)
    except Refusal:
        return written
    return f"{days[0]:%d.%m}"


def _dated(written: str) -> str:
    try:
        return f"{read_day(written):%d.%m.%Y}"
    except Refusal:
        return written
