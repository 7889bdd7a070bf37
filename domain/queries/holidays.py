"""Holidays as they are read: one's own, a colleague's, and who can stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from domain.entities.holidays import HOLIDAYS, Holiday, Holidays
from domain.entities.people import Right, StaffMember
from domain.entities.presence import can_stand_in_for
from domain.ports.desk import Desk
from domain.queries.settings import Settled
from domain.values.refusals import Forbidden, NotFound


@dataclass(frozen=True)
class HolidayLine:
    """A holiday, and the deputy as long as they work here."""

    holiday: Holiday
    deputy: StaffMember | None


@dataclass(frozen=True)
class HolidayCard:
    """A colleague's holidays that are not over, and the revision that a change of them must still find."""

    member: StaffMember
    lines: Sequence[HolidayLine]
    seen: int
    stands_in: StaffMember | None
    """Whoever does just now; None: they are there."""


def whose_time(desk: Desk, number: int) -> StaffMember:
    """A colleague whose hours and holidays the actor may settle: themselves, or any, for whoever invites staff.

    Raises Forbidden, NotFound.
    """
    own = desk.actor.staff
    if own is not None and own.active and own.id == number:
        return own
    if own is None or not own.active:
        raise Forbidden("forbidden")
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.get(number)
    if not member.active:
        raise NotFound("no_such_staff_member")
    return member


def holidays_of(desk: Desk, member: StaffMember) -> Holidays:
    return desk.agency.definitions.all(HOLIDAYS).get(str(member.id)) or Holidays()


def holidays_to_change(desk: Desk, number: int) -> Settled[Holidays]:
    """Raises Forbidden, NotFound."""
    member = whose_time(desk, number)
    return Settled(holidays_of(desk, member), desk.agency.definitions.revision(HOLIDAYS, str(member.id)))


def holiday_card(desk: Desk, number: int) -> HolidayCard:
    """Raises Forbidden, NotFound."""
    member, settled = whose_time(desk, number), holidays_to_change(desk, number)
    lines = [
        HolidayLine(one, desk.colleagues.get(one.deputy or 0)) for one in settled.value.ahead(desk.today)
    ]
    return HolidayCard(member, lines, settled.seen, standing_in(desk, member))


def standing_in(desk: Desk, member: StaffMember) -> StaffMember | None:
    """Who does their daily work just now; None: they do it themselves."""
    presence = desk.agency.presence
    found = presence.stand_in(member, desk.now, desk.colleagues, can_stand_in_for(member))
    return None if found is member else found


def deputies(
    desk: Desk, number: int, first: date | None = None, last: date | None = None
) -> list[StaffMember]:
    """Who can stand in for them: who is there all the time comes first, then their own branch.

    Raises Forbidden, NotFound.
    """
    member = whose_time(desk, number)
    able = [one for one in desk.colleagues.values() if can_stand_in_for(member)(one)]

    def order(one: StaffMember) -> tuple[bool, bool, int]:
        away = first is not None and last is not None and is_away(desk, one, first, last)
        return away, one.branch != member.branch, one.id

    return sorted(able, key=order)


def is_away(desk: Desk, member: StaffMember, first: date, last: date) -> bool:
    """On one of these days at least."""
    return any(one.overlaps(Holiday(first, last)) for one in holidays_of(desk, member).planned)


def begins_at(desk: Desk, first: date) -> datetime:
    """The midnight with which that day begins at the agency."""
    return datetime.combine(first, time(), desk.agency.zone).astimezone(UTC)
