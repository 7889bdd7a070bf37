"""A month as buttons, its weekday names in the reader's language."""

import calendar
from datetime import date, timedelta

from babel.dates import get_day_names

from bot.conversation.screen import Button, Row
from locales import Voice, verbatim


def month_rows(voice: Voice, shown: date) -> tuple[Row, ...]:
    """The month's name with arrows, the weekdays, and the days; a tap on a day answers with it."""
    first = shown.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    previous = (first - timedelta(days=1)).replace(day=1)
    title = voice.month(first)
    head = (
        Button(verbatim("◀"), "scratch", ("month", previous.isoformat())),
        Button(verbatim(title), "scratch", ("month", first.isoformat())),
        Button(verbatim("▶"), "scratch", ("month", following.isoformat())),
    )
    names = get_day_names("short", "stand-alone", locale=voice.locale)
    weekdays = tuple(
        Button(verbatim(names[day]), "scratch", ("month", first.isoformat())) for day in range(7)
    )
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return (head, weekdays, *(tuple(_day(day, first) for day in week) for week in weeks))


def _day(day: date, month: date) -> Button:
    if day.month != month.month:
        return Button(verbatim("·"), "scratch", ("month", month.isoformat()))
    return Button(verbatim(str(day.day)), "answer", (day.isoformat(),))
