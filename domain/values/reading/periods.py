"""Some time that is over, as people write it: "2026", "2024-2026", "July 2026", or from one day to another."""

import re
from datetime import date, timedelta

from domain.values.reading.around import FARTHEST_YEAR, FIRST_YEAR, Around
from domain.values.reading.months import read_month
from domain.values.reading.spans import Span, read_span

_YEARS = re.compile(
    r"(\d{4})(?:\s*[-–—~至到]\s*(\d{4}))?\s*(?:г|год|года|г\.|година|години|годы|гг\.|年)?\.?"
)
_DAY = timedelta(days=1)


def read_period(text: str, around: Around) -> Span | None:
    """Its first and its last day; None for anything else, or what has two readings."""
    said = text.strip()
    if found := _YEARS.fullmatch(said):
        first, last = int(found[1]), int(found[2] or found[1])
        return year_span(first, last) if FIRST_YEAR <= first <= last <= FARTHEST_YEAR else None
    if month := read_month(said):
        return Span(month.first, month.following.first - _DAY)
    span = read_span(said, around)
    return span and Span(span.first, span.last or span.first)


def year_span(first: int, last: int) -> Span:
    """Whole years."""
    return Span(date(first, 1, 1), date(last, 12, 31))
