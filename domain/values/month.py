"""A month of a year, kept as data so that everybody reads it in their own language."""

import re
from dataclasses import dataclass
from datetime import date

_KEPT = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, order=True)
class Month:
    """As a text it is "2027-03", and so it is kept."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def following(self) -> "Month":
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


def month(year: int, number: int) -> Month | None:
    """None for one that the calendar does not have."""
    return Month(year, number) if 1 <= number <= 12 else None


def month_or_words(kept: str) -> Month | str:
    """A month where a text is one as it is kept; any other text stays somebody's own words."""
    found = _KEPT.fullmatch(kept)
    return (month(int(found[1]), int(found[2])) if found else None) or kept
