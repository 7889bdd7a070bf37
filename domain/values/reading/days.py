"""Days as people type them: in figures, with the month's name, or in words that count from today.

What has one meaning is read, what has two gives both: a question then asks which.
"""

from datetime import date

from domain.values.reading.around import FARTHEST_YEAR, Around
from domain.values.reading.plain import plain
from domain.values.reading.spoken_days import spoken_days
from domain.values.reading.weekdays import without_weekday
from domain.values.reading.written_days import written_days
from domain.values.refusals import Refusal

__all__ = ["FARTHEST_YEAR", "Around", "has_year", "read_day", "read_days"]


def read_days(text: str, around: Around) -> tuple[date, ...]:
    """The days that may be meant, in order; mostly one.

    Raises Refusal: not_a_day, no_such_day, other_weekday (the day is no such weekday).
    """
    said = plain(text).rstrip(".!, ")
    bare, weekday = without_weekday(said)
    written = written_days(bare, around)
    if written is None:
        spoken = spoken_days(said, around) if around.today else None
        if not spoken:
            raise Refusal("not_a_day")
        return around.fitting(spoken)
    days = around.fitting(written)
    if weekday is None:
        return days
    agreeing = tuple(day for day in written if day.weekday() == weekday)
    if not agreeing:
        raise Refusal("other_weekday", day=days[0])
    return around.fitting(agreeing)


def read_day(text: str) -> date:
    """A day with its year, the day before the month: "29.10.2027", "29 октября 2027", "2027年10月29日".

    Raises Refusal: not_a_day, no_such_day, other_weekday.
    """
    return read_days(text, Around())[0]


def has_year(text: str) -> bool:
    """Whether a day is written in full, so that nothing about it is concluded."""
    try:
        return bool(read_days(text, Around()))
    except Refusal:
        return False
