"""Some time that is over, in the words of four languages."""

from datetime import date

import pytest

from domain.values.reading.around import Around
from domain.values.reading.periods import read_period

AROUND = Around(today=date(2027, 3, 8), last=date(2028, 3, 8))


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024–2025 гг.", date(2024, 1, 1), date(2025, 12, 31)),
        ("2025年", date(2025, 1, 1), date(2025, 12, 31)),
        ("July 2026", date(2026, 7, 1), date(2026, 7, 31)),
        ("декабрь 2026", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026年7月", date(2026, 7, 1), date(2026, 7, 31)),
        ("01.05.2026 – 31.08.2026", date(2026, 5, 1), date(2026, 8, 31)),
        ("2026年5月1日至2026年8月31日", date(2026, 5, 1), date(2026, 8, 31)),
        ("12.05.2026", date(2026, 5, 12), date(2026, 5, 12)),
    ],
)
def test_a_period_is_read(said: str, first: date, last: date) -> None:
    found = read_period(said, AROUND)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("said", ["", "soon", "2025-2024", "1700", "31.08.2026 – 01.05.2026", "9999"])
def test_what_is_none(said: str) -> None:
    assert read_period(said, AROUND) is None
