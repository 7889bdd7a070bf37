"""Hours and timing: when the office is open, when clients are left in peace, and when they are told what."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from domain.entities.hours import (
    DAYS,
    HOURS,
    WORKING_HOURS,
    Hours,
    Span,
    WorkingHours,
    check_days,
    check_hours,
)
from domain.entities.timing import BOUNDS, TIMING, Timing, check_timing
from domain.ports.desk import Desk
from domain.queries.holidays import whose_time
from domain.queries.settings import hours_of
from domain.usecases.settings.defining import define, fits, settled_anew
from domain.values.refusals import Forbidden, NotFound


@fits(HOURS)
def hours_fit(_desk: Desk, _key: str, value: Hours | None) -> None:
    """Raises Refusal: hours_turned_round, quiet_too_long, not_a_week."""
    if value is not None:
        check_hours(value)


@fits(WORKING_HOURS)
def working_hours_fit(_desk: Desk, _key: str, value: WorkingHours | None) -> None:
    """Raises Refusal: hours_turned_round, not_a_week."""
    if value is not None:
        check_days(value.days)


@fits(TIMING)
def timing_fits(_desk: Desk, _key: str, value: Timing | None) -> None:
    """Raises Refusal: not_within."""
    if value is not None:
        check_timing(value)


def change_office_hours(desk: Desk, seen: int, days: tuple[int, ...], span: Span | None) -> None:
    """Of these weekdays, Monday being 0; None: closed. Raises Forbidden, Refusal: hours_turned_round."""
    hours = desk.agency.hours
    changed = replace(hours, days=_changed(hours.days, days, span))
    define(desk, HOURS, changed, seen, "office_hours_changed", days=list(days), hours=_kept(span))


def change_quiet_hours(desk: Desk, seen: int, span: Span | None) -> None:
    """Clients hear nothing then, but what cannot wait of a departure. Raises Forbidden, Refusal: quiet_too_long."""
    changed = replace(desk.agency.hours, quiet=span)
    define(desk, HOURS, changed, seen, "quiet_hours_changed", hours=_kept(span))


def change_own_hours(
    desk: Desk, seen: int, days: tuple[int, ...], span: Span | None, number: int | None = None
) -> None:
    """The actor's own, or for whoever invites staff those of any colleague; None: they do not work on those days.

    Raises Forbidden, NotFound, Refusal: hours_turned_round.
    """
    if desk.actor.staff is None:
        raise Forbidden("forbidden")
    member = whose_time(desk, desk.actor.staff.id if number is None else number)
    own = WorkingHours(_changed(hours_of(desk, member).days, days, span))
    if settled_anew(desk, WORKING_HOURS, own, seen, key=str(member.id)):
        desk.note("staff", member.id, "working_hours_changed", days=list(days), hours=_kept(span))


def change_timing(desk: Desk, seen: int, what: str, number: int) -> None:
    """Applies to what is planned, offered or asked from then on. Raises Forbidden, NotFound, Refusal: not_within."""
    if what not in BOUNDS:
        raise NotFound("no_such_definition")
    timing = desk.agency.timing
    changed = replace(timing, **{what: number})  # type: ignore[arg-type]
    before = getattr(timing, what)
    define(desk, TIMING, changed, seen, "timing_changed", timing=what, before=before, after=number)


def change_departure_time(desk: Desk, seen: int, at: time | None) -> None:
    """At which time of the day clients are told of a departure; None: at its own. Raises Forbidden."""
    changed = replace(desk.agency.timing, departure_at=at)
    told = at.strftime("%H:%M") if at else None
    define(desk, TIMING, changed, seen, "departure_time_changed", time=told)


def _changed(known: Mapping[str, Span], days: tuple[int, ...], span: Span | None) -> dict[str, Span]:
    named = [DAYS[day] for day in days]
    others = {day: hours for day, hours in known.items() if day not in named}
    return others | (dict.fromkeys(named, span) if span else {})


def _kept(span: Span | None) -> str | None:
    return f"{span.since:%H:%M}–{span.until:%H:%M}" if span else None
