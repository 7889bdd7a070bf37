"""From one day to another, as people write it: "12.07.2027 – 20.07.2027", "12-20.07", "from 12 to 20 July", or a day alone."""

import re
from dataclasses import dataclass
from datetime import date

from domain.values.reading.around import Around
from domain.values.reading.days import read_days
from domain.values.refusals import Refusal

_TO = r"(?:-|–|—|to|till|until|до|по|至|到)"
_BETWEEN = re.compile(
    rf"\s+{_TO}\s+|\s*[–—~至到]\s*|(?<=\d)-(?=\d{{1,2}}[./]\d)|(?<=[日号])\s*-\s*"  # no hyphen of 2027-07-12
)
_SHORT = re.compile(
    rf"(\d{{1,2}})(?:\s*[-–—]\s*|\s+{_TO}\s+)(\d{{1,2}})([./]\d{{1,2}}(?:[./]\d{{2,4}})?|\s+[^\W\d].*)"
)
_SHORT_IN_HAN = re.compile(r"(.*\d{1,2}月)(\d{1,2})[日号]?\s*[-–—~至到]\s*(\d{1,2})[日号]?")
_FROM = re.compile(r"^(?:from|с|со|от|从)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """The first day, and the last one where it is told."""

    first: date
    last: date | None = None


def read_span(text: str, around: Around) -> Span | None:
    """None for anything else, or what has two readings."""
    said = _FROM.sub("", text.strip(), count=1)
    if han := _SHORT_IN_HAN.fullmatch(said):
        said = f"{han[1]}{han[2]}日 – {han[1]}{han[3]}日"
    elif short := _SHORT.fullmatch(said):
        said = f"{short[1]}{short[3]} – {short[2]}{short[3]}"
    parts = _BETWEEN.split(said)
    days = [_one(part, around) for part in parts]
    if len(days) > 2 or None in days:
        return None
    first, last = days[0], days[-1]
    assert first is not None
    assert last is not None
    if len(days) == 1:
        return Span(first)
    return Span(first, last) if first <= last else None


def _one(text: str, around: Around) -> date | None:
    try:
        days = read_days(text, around)
    except Refusal:
        return None
    return days[0] if len(days) == 1 else None
