"""A calendar as buttons: a month, above it its year, above that the years. Days that cannot be meant are no buttons."""

import calendar
from calendar import monthrange
from datetime import date, timedelta

from babel.dates import get_day_names, get_month_names

from bot.conversation.screen import Button, Row
from domain.values.reading.around import FARTHEST_YEAR, FIRST_YEAR, Around
from locales import Voice, verbatim

_BLANK = "·"
_YEARS = 12
"""So many years stand on a page."""


def calendar_rows(voice: Voice, page: str, around: Around) -> tuple[Row, ...]:
    """The page: "2027-03-01" is a month, "2027" a year, "2027+" the years from there."""
    if page.endswith("+"):
        return _years(page, int(page[:-1]), around)
    if len(page) == 4:
        return _months(voice, int(page), around)
    return _month(voice, date.fromisoformat(page).replace(day=1), around)


def _month(voice: Voice, first: date, around: Around) -> tuple[Row, ...]:
    """The month's name with arrows, the weekdays, and the days; a tap on a day answers with it."""
    here = first.isoformat()
    following = (first + timedelta(days=32)).replace(day=1)
    previous = (first - timedelta(days=1)).replace(day=1)
    head = (
        _open("◀", previous.isoformat(), here, fits=_month_fits(previous, around)),
        _open(voice.month(first), f"{first.year}", here),
        _open("▶", following.isoformat(), here, fits=_month_fits(following, around)),
    )
    names = get_day_names("short", "stand-alone", locale=voice.locale)
    weekdays = tuple(_open(names[day], here, here) for day in range(7))
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    rows = (tuple(_day(day, first, around) for day in week) for week in weeks)
    return (head, weekdays, *(row for row in rows if any(button.action == "answer" for button in row)))


def _months(voice: Voice, year: int, around: Around) -> tuple[Row, ...]:
    names = get_month_names("abbreviated", "stand-alone", locale=voice.locale)
    here = f"{year}"
    firsts = [date(year, month, 1) for month in range(1, 13)]
    months = [
        _open(names[first.month], first.isoformat(), here, fits=_month_fits(first, around))
        for first in firsts
    ]
    head = (
        _open("◀", f"{year - 1}", here, fits=_year_fits(year - 1, around)),
        _open(f"▲ {year}", f"{year - (year - _oldest(year, around)) % _YEARS}+", here),
        _open("▶", f"{year + 1}", here, fits=_year_fits(year + 1, around)),
    )
    return (head, *(tuple(months[row : row + 4]) for row in (0, 4, 8)))


def _years(here: str, begin: int, around: Around) -> tuple[Row, ...]:
    years = [
        _open(f"{year}", f"{year}", here, fits=_year_fits(year, around))
        for year in range(begin, begin + _YEARS)
    ]
    turns = (
        _open("◀", f"{begin - _YEARS}+", here, fits=_year_fits(begin - 1, around)),
        _open("▶", f"{begin + _YEARS}+", here, fits=_year_fits(begin + _YEARS, around)),
    )
    return (*(tuple(years[row : row + 4]) for row in (0, 4, 8)), turns)


def _oldest(year: int, around: Around) -> int:
    """The pages of years are counted from here: the first that fits stands first, or the last one last."""
    if around.first:
        return around.first.year
    return around.last.year - _YEARS + 1 if around.last else year


def _open(label: str, page: str, here: str, *, fits: bool = True) -> Button:
    """Turns to a page; where nothing fits there, it says nothing and stays."""
    return Button(verbatim(label if fits else _BLANK), "scratch", ("month", page if fits else here))


def _day(day: date, month: date, around: Around) -> Button:
    fits = (around.first or day) <= day <= (around.last or day)
    if day.month != month.month or not fits:
        return Button(verbatim(_BLANK), "scratch", ("month", month.isoformat()))
    return Button(verbatim(str(day.day)), "answer", (day.isoformat(),))


def _month_fits(first: date, around: Around) -> bool:
    end = first.replace(day=monthrange(first.year, first.month)[1])
    return _year_fits(first.year, around) and (around.first or end) <= end and first <= (around.last or first)


def _year_fits(year: int, around: Around) -> bool:
    earliest = around.first.year if around.first else FIRST_YEAR
    return earliest <= year <= (around.last.year if around.last else FARTHEST_YEAR)
