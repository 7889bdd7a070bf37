"""Holidays are planned, changed and taken back; whoever stands in hears of it, and of what waits when one begins."""

from datetime import date, timedelta
from typing import Any

from domain.entities.holidays import HOLIDAYS, Holiday, Holidays, check_holiday
from domain.entities.people import StaffMember
from domain.entities.presence import can_stand_in_for
from domain.notices.holidays import HANDED_OVER, HOLIDAY_ENTERED, STANDS_IN, WELCOME_BACK
from domain.ports.desk import Desk
from domain.queries.holidays import holidays_of, standing_in, whose_time
from domain.usecases.settings.defining import settled_anew
from domain.values.refusals import NotFound, Refusal

TOLD_WITHIN = timedelta(days=7)
"""So long after a holiday its end is still worth a word."""


def plan_holiday(
    desk: Desk,
    number: int,
    seen: int,
    first: date,
    last: date,
    deputy: int | None = None,
    *,
    instead: date | None = None,
) -> Holiday:
    """Of a colleague; `instead` of the one that begins on that day. The deputy hears of it, and they, of what others did.

    Raises Forbidden, NotFound, Refusal: holiday_is_over, ends_before_it_begins, holiday_too_long, too_far_ahead,
    holidays_overlap, too_many_holidays, cannot_stand_in, changed_meanwhile.
    """
    member = whose_time(desk, number)
    check_holiday(first, last, desk.today)
    _must_stand_in(desk, member, deputy)
    before = holidays_of(desk, member)
    replaced = _to_replace(before, instead)
    holiday = Holiday(first, last, deputy)
    if holiday == replaced:
        return holiday
    others = before if replaced is None else before.without(replaced.first)
    if not _settle(desk, member, seen, others.with_(holiday, desk.today)):
        return holiday
    named = desk.colleagues.get(deputy or 0)
    act = "holiday_planned" if replaced is None else "holiday_changed"
    facts = {"first_day": first.isoformat(), "last_day": last.isoformat()}
    desk.note("staff", member.id, act, **facts, stands_in=named.name if named else "–")
    _tell(desk, member, holiday, replaced)
    return holiday


def take_back_holiday(desk: Desk, number: int, seen: int, first: date) -> None:
    """It does not take place; one that has begun ends with yesterday. Whoever stood in is told.

    Raises Forbidden, NotFound: no_such_holiday, Refusal: changed_meanwhile.
    """
    member = whose_time(desk, number)
    before = holidays_of(desk, member)
    holiday = _to_replace(before, first)
    assert holiday is not None
    if holiday.last < desk.today:
        raise NotFound("no_such_holiday")
    yesterday, left = desk.today - timedelta(days=1), before.without(first)
    shortened = Holiday(first, yesterday, holiday.deputy) if first < desk.today else None
    planned = (*left.planned, shortened) if shortened else left.planned
    if _settle(desk, member, seen, Holidays(tuple(sorted(planned, key=lambda one: one.first)))):
        facts = {"first_day": first.isoformat(), "last_day": holiday.last.isoformat()}
        desk.note("staff", member.id, "holiday_taken_back", **facts)
        _tell(desk, member, None, holiday)


def mind_holidays(desk: Desk) -> int:
    """The agency tells what waits when one has begun, and what was done when it is over. How many were told."""
    told = 0
    for number, holidays in desk.agency.presence.holidays.items():
        member = desk.colleagues.get(int(number))
        for holiday in holidays.planned if member else ():
            assert member is not None
            told += _mind(desk, member, holiday)
    return told


def _mind(desk: Desk, member: StaffMember, holiday: Holiday) -> bool:
    facts: dict[str, Any] = {"member": member.id, "first": holiday.first.isoformat()}
    key = f"{member.id}:{holiday.first.isoformat()}"
    opens = desk.agency.hours.next_open(desk.now, desk.agency.zone)
    if holiday.has(desk.today):
        deputy = standing_in(desk, member)
        return deputy is not None and desk.notify(deputy.person, HANDED_OVER, key, due_at=opens, **facts)
    if timedelta(0) < desk.today - holiday.last <= TOLD_WITHIN:
        facts["last"] = holiday.last.isoformat()
        return desk.notify(member.person, WELCOME_BACK, key, due_at=opens, **facts)
    return False


def _must_stand_in(desk: Desk, member: StaffMember, deputy: int | None) -> None:
    """Raises Refusal: cannot_stand_in. Who is away themselves may: then somebody stands in for them in turn."""
    if deputy is None:
        return
    named = desk.colleagues.get(deputy)
    if named is None or not can_stand_in_for(member)(named):
        raise Refusal("cannot_stand_in", name=named.name if named else "", whom=member.name)


def _to_replace(holidays: Holidays, first: date | None) -> Holiday | None:
    """Raises NotFound: no_such_holiday."""
    if first is None:
        return None
    found = holidays.beginning(first)
    if found is None:
        raise NotFound("no_such_holiday")
    return found


def _settle(desk: Desk, member: StaffMember, seen: int, holidays: Holidays) -> bool:
    return settled_anew(desk, HOLIDAYS, holidays, seen, key=str(member.id))


def _tell(desk: Desk, member: StaffMember, now: Holiday | None, before: Holiday | None) -> None:
    """Deputies of before and of now, each once, and the colleague; nobody of what they did themselves."""
    said = now or before
    assert said is not None
    key = f"{member.id}:{desk.now.isoformat()}"
    facts: dict[str, Any] = {"member": member.id, "first": said.first.isoformat()}
    facts |= {"last": said.last.isoformat(), "by": desk.actor.name}
    for number in dict.fromkeys(one.deputy for one in (before, now) if one is not None):
        deputy = desk.colleagues.get(number or 0)
        if deputy is not None and deputy is not desk.actor.staff:
            mine = now is not None and now.deputy == deputy.id
            desk.notify(deputy.person, STANDS_IN, key, stands=mine, **facts)
    if member is not desk.actor.staff:
        desk.notify(member.person, HOLIDAY_ENTERED, key, planned=now is not None, **facts)
