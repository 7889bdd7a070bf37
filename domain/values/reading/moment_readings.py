"""Which local times are meant by what was said of a day and of an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.values.reading.clock_words import PartOfDay, likely
from domain.values.reading.moment_words import Said

_NIGHT = (PartOfDay.NIGHT, PartOfDay.EVENING)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class LocalMoment:
    """By the clock of whoever wrote it. Without an hour the day is meant."""

    day: date
    at: time | None = None

    def is_over(self, now: datetime) -> bool:
        if self.at is None:
            return self.day < now.date()
        return (self.day, self.at) <= (now.date(), now.time())


def readings(said: Said, now: datetime) -> tuple[LocalMoment, ...]:
    """Earliest first. What is over is left out unless nothing else is meant."""
    if said.later:
        then = now + said.later
        return (LocalMoment(then.date(), then.time().replace(second=0, microsecond=0, tzinfo=None)),)
    hours = _hours(said)
    if said.every:
        return (_first_of(said, hours[0], now),)
    if said.days:
        return _ahead((LocalMoment(day, at) for day in said.days for at in hours), now)
    return _of_no_day(said, hours, now)


def _hours(said: Said) -> tuple[time | None, ...]:
    if said.clock is None:
        return (said.part.begins if said.part else None,)
    if said.part is None:
        return likely(said.clock)
    if said.part in _NIGHT and said.clock.times[0].hour == 12:
        return (said.clock.times[0].replace(hour=0),)
    return tuple(at for at in said.clock.times if said.part.fits(at)) or said.clock.times


def _first_of(said: Said, at: time | None, now: datetime) -> LocalMoment:
    assert said.every is not None
    first = LocalMoment(said.every.first_from(now.date()), at)
    return LocalMoment(said.every.after(first.day), at) if first.is_over(now) else first


def _of_no_day(said: Said, hours: Iterable[time | None], now: datetime) -> tuple[LocalMoment, ...]:
    """The next such hour. Where the likely one is over today, its other half of the day may be meant as well."""
    today = now.date()
    ahead = [one for at in hours if not (one := LocalMoment(today, at)).is_over(now)]
    if ahead:
        return tuple(ahead)
    every_half = said.clock.times if said.clock and not said.part else ()
    others = [one for at in every_half if not (one := LocalMoment(today, at)).is_over(now)]
    return (*others, *(LocalMoment(today + _DAY, at) for at in hours))


def _ahead(found: Iterable[LocalMoment], now: datetime) -> tuple[LocalMoment, ...]:
    every = tuple(dict.fromkeys(found))
    return tuple(one for one in every if not one.is_over(now)) or every
