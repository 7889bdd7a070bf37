"""Plain numbers, with a part behind the comma perhaps."""

import re
from decimal import Decimal

from domain.values.reading.plain import plain
from domain.values.refusals import Refusal

_NUMBER = re.compile(r"[-−–]? ?(\d{1,3}(?:[ '’]\d{3})+|\d+)(?:[.,](\d{1,6}))?")
MOST_NUMBER = 10**12
"""Above it, and below its negative, somebody's thumb slipped."""


def read_number(text: str) -> Decimal:
    """ "12", "1 234,5", "-3", in any script's digits. Raises Refusal: not_a_number, absurd_number."""
    written = plain(text)
    found = _NUMBER.fullmatch(written)
    if not found:
        raise Refusal("not_a_number")
    whole = re.sub(r"\D", "", found[1])
    if len(whole) > len(str(MOST_NUMBER)):
        raise Refusal("absurd_number")
    part = (found[2] or "").rstrip("0")
    number = Decimal(f"{'-' if written[0] in '-−–' else ''}{whole}{'.' if part else ''}{part}")
    if abs(number) > MOST_NUMBER:
        raise Refusal("absurd_number")
    return number
