"""Times of day as people type them."""

import re
from datetime import time

from domain.values.reading.plain import plain
from domain.values.refusals import Refusal

_TIME = re.compile(r"(\d{1,2})(?: ?[:.,hч点时 ] ?(\d{2}) ?分?)?(?: ?(?:[hч点时]|час|часа|часов)\.?)?")


def read_time(text: str) -> time:
    """ "6:30", "06.30", "6 30", "18". Raises Refusal: not_a_time."""
    found = _TIME.fullmatch(plain(text))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refusal("not_a_time")
    return time(int(found[1]), int(found[2] or 0))
