"""Times of day as people type them."""

import re
from datetime import time

from domain.values.reading.plain import plain
from domain.values.refusals import Refusal

_TIME = re.compile(r"(\d{1,2})(?: ?[:.,hч点时 ] ?(\d{2}) ?分?)?(?: ?(?:[hч点时]|час|часа|часов)\.?)?")

_BESIDE = re.compile(
    r"(?P<day>.*(?:[ ,]|[日号號天五四三二一六]))"
    r"(?P<time>\d{1,2} ?(?::|[hч点时] ?)\d{2} ?分?|\d{1,2} ?(?:[hч点时]|часа|часов|час))\.?"
)
_BEFORE_TIME = re.compile(r"[ ,]*(?:[ ,](?:at|в|във|от|于) )?$")


def day_and_time(text: str) -> tuple[str, time | None]:
    """ "29.10 18:00", "завтра в 6:30", "10月29日18点": what stands before the time, and the time if there is one.

    Only what cannot be a part of a day is a time: with a colon, or with a word for hours.
    """
    found = _BESIDE.fullmatch(plain(text))
    if not found:
        return text, None
    try:
        return _BEFORE_TIME.sub("", found["day"]), read_time(found["time"])
    except Refusal:
        return text, None


def read_time(text: str) -> time:
    """ "6:30", "06.30", "6 30", "18". Raises Refusal: not_a_time."""
    found = _TIME.fullmatch(plain(text))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refusal("not_a_time")
    return time(int(found[1]), int(found[2] or 0))
