"""Reading what people type: days, times and counts, in the ways the region writes them."""

import re
import unicodedata
from datetime import date, time
from decimal import Decimal

from domain.values.refusals import Refusal

_BETWEEN = r"(?: ?[./\-,] ?| )"
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{4}}|\d{{2}})(?: ?(?:г|год|года)\.?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4}) ?[./\-年] ?(\d{1,2}) ?[./\-月] ?(\d{1,2}) ?[日号]?")
_TIME = re.compile(r"(\d{1,2})(?: ?[:.,hч点时 ] ?(\d{2}) ?分?)?(?: ?(?:[hч点时]|час|часа|часов)\.?)?")
_NUMBER = re.compile(r"[-−–]? ?(\d{1,3}(?:[ '’]\d{3})+|\d+)(?:[.,](\d{1,6}))?")
FARTHEST_YEAR = 2100
MOST_NUMBER = 10**12
"""Above it, and below its negative, somebody's thumb slipped."""


def read_day(text: str) -> date:
    """ "29.10.2027", "29/10/27", "2027-10-29", "2027年10月29日". Raises Refusal: not_a_day, no_such_day."""
    plain = _plain(text).rstrip(".")
    if found := _DAY_FIRST.fullmatch(plain):
        day, month, year = (int(part) for part in found.groups())
        year += 2000 if len(found[3]) == 2 else 0
    elif found := _YEAR_FIRST.fullmatch(plain):
        year, month, day = (int(part) for part in found.groups())
    else:
        raise Refusal("not_a_day")
    if not 1900 <= year <= FARTHEST_YEAR:
        raise Refusal("no_such_day")
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal("no_such_day") from None


def read_time(text: str) -> time:
    """ "6:30", "06.30", "6 30", "18". Raises Refusal: not_a_time."""
    found = _TIME.fullmatch(_plain(text))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refusal("not_a_time")
    return time(int(found[1]), int(found[2] or 0))


def read_count(text: str, most: int) -> int:
    """A whole number from 1 to `most`, in any script's digits. Raises Refusal: not_a_count."""
    plain = _plain(text)
    if not re.fullmatch(r"\d{1,9}", plain) or not 1 <= int(plain) <= most:
        raise Refusal("not_a_count", most=most)
    return int(plain)


def read_number(text: str) -> Decimal:
    """ "12", "1 234,5", "-3", in any script's digits. Raises Refusal: not_a_number, absurd_number."""
    plain = _plain(text)
    found = _NUMBER.fullmatch(plain)
    if not found:
        raise Refusal("not_a_number")
    whole = re.sub(r"\D", "", found[1])
    if len(whole) > len(str(MOST_NUMBER)):
        raise Refusal("absurd_number")
    part = (found[2] or "").rstrip("0")
    number = Decimal(f"{'-' if plain[0] in '-−–' else ''}{whole}{'.' if part else ''}{part}")
    if abs(number) > MOST_NUMBER:
        raise Refusal("absurd_number")
    return number


def _plain(text: str) -> str:
    """In lower case, with the digits of any script as ours, and single spaces."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return "".join(c if (value := unicodedata.digit(c, None)) is None else str(value) for c in folded)
