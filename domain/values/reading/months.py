"""Months as people type them: "March 2027", "март 2027 г.", "2027年3月"."""

import re

from domain.values.month import Month, month
from domain.values.reading.calendar_words import month_named
from domain.values.reading.plain import plain

_MONTH_YEAR = re.compile(r"(?P<month>[^\W\d_]+)\.?,? (?P<year>\d{4})(?: ?(?:г|год|года)\.?)?")
_CHINESE = re.compile(r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月")


def read_month(text: str) -> Month | None:
    """A month and its year, in any language we speak; None for other words."""
    said = plain(text)
    if found := _CHINESE.fullmatch(said):
        return month(int(found["year"]), int(found["month"]))
    found = _MONTH_YEAR.fullmatch(said)
    named = month_named(found["month"]) if found else None
    return month(int(found["year"]), named) if found and named else None
