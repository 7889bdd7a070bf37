"""To whom goes what is for a colleague: to them, or to whoever stands in for them while they are away or off duty.

Everything said to colleagues passes here (`Desk.notify`), so that no audience can forget it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from domain.entities.notices import Notice, NoticeKind
from domain.entities.people import Person, Right, StaffMember
from domain.entities.presence import Able, Presence, Staff

if TYPE_CHECKING:
    from domain.ports.desk import Desk

_MOST_IN_A_ROW = 5
"""Whoever hears it instead may be away by the time they could hear it."""
STANDS_FOR = "stands_for"
"""The fact of a notice: the number of the colleague it is really for."""


@dataclass(frozen=True)
class Route:
    """Who hears it and when, and the number of the colleague they stand in for; None: it is theirs."""

    person: Person
    at: datetime
    stands_for: int | None = None


def route(desk: "Desk", person: Person, kind: NoticeKind, at: datetime, facts: Mapping[str, Any]) -> Route:
    """Of a notice to this person that is due then."""
    presence = desk.agency.presence
    if presence.says_nothing or not kind.is_passed_on:
        return Route(person, at)
    member = next((one for one in desk.colleagues.values() if one.person is person), None)
    if member is None:
        return Route(person, at)
    hears, when = _who_hears(desk, member, kind, at, facts)
    return Route(hears.person, when, None if hears is member else member.id)


def route_now(desk: "Desk", notice: Notice) -> Route:
    """Of one that is due: whoever it was really for may be back, and who was to hear it instead may be away."""
    if desk.agency.presence.says_nothing or not notice.kind.is_passed_on:
        return Route(notice.person, desk.now)
    really = desk.colleagues.get(notice.facts.get(STANDS_FOR, 0))
    return route(desk, really.person if really else notice.person, notice.kind, desk.now, notice.facts)


def _who_hears(
    desk: "Desk", member: StaffMember, kind: NoticeKind, at: datetime, facts: Mapping[str, Any]
) -> tuple[StaffMember, datetime]:
    """Later than they could hear it, they may be away: then somebody else hears it at that moment."""
    assert kind.right is not None
    presence, staff, when = desk.agency.presence, desk.colleagues, at
    if not kind.urgent and presence.is_there(member, later := _at_hours(presence, member, kind, at)):
        return member, later
    able = able_to(kind.right, _branch_of(desk, facts))
    for _ in range(_MOST_IN_A_ROW):
        hears = presence.stand_in(member, when, staff, able)
        later = _at_hours(presence, hears, kind, when)
        if later == when or presence.is_there(hears, later):
            return (presence.steps_in(hears, when, staff, able) if kind.urgent else hears), later
        when = later
    return presence.stand_in(member, when, staff, able), when


def _at_hours(presence: Presence, member: StaffMember, kind: NoticeKind, at: datetime) -> datetime:
    return at if kind.urgent else presence.next_duty(member, at)


def able_to(right: Right, branch: int | None) -> Able:
    """Whoever has the right, and may see what belongs to this branch."""
    return lambda one: one.may(right) and one.sees(branch)


def stand_in(
    desk: "Desk", member: StaffMember, right: Right, branch: int | None, at: datetime | None = None
) -> StaffMember:
    """Who takes care of it now: they themselves, as long as they are not on holiday."""
    presence = desk.agency.presence
    if not presence.holidays:
        return member
    return presence.stand_in(member, at or desk.now, desk.colleagues, able_to(right, branch))


def present(desk: "Desk", members: Iterable[StaffMember]) -> list[StaffMember]:
    """Without those on holiday; all of them when nobody else is left: somebody stands in for each."""
    found, presence = list(members), desk.agency.presence
    if not presence.holidays:
        return found
    return [one for one in found if presence.is_there(one, desk.now)] or found


def on_duty_first(desk: "Desk", members: Iterable[StaffMember]) -> list[StaffMember]:
    """Those who work just now, when there are any; else all."""
    found, presence = list(members), desk.agency.presence
    if not presence.hours:
        return found
    return [one for one in found if presence.on_duty(one, desk.now)] or found


def stood_for(desk: "Desk") -> list[StaffMember]:
    """Whose work waits with the actor while they are away."""
    presence, member = desk.agency.presence, desk.actor.staff
    if member is None or not presence.holidays:
        return []
    return presence.stood_for(member, desk.now, desk.colleagues)


def mine_and_stood_for(desk: "Desk") -> list[StaffMember]:
    """Whose work is before the actor: their own, and that of those they stand in for."""
    member = desk.actor.staff
    return [] if member is None else [member, *stood_for(desk)]


def by_number(members: Iterable[StaffMember]) -> Staff:
    return {one.id: one for one in members}


def _branch_of(desk: "Desk", facts: Mapping[str, Any]) -> int | None:
    """Whose it is that the notice tells of."""
    if (branch := facts.get("branch")) is not None:
        return int(branch)
    papers = desk.archive
    if (number := facts.get("deal")) is not None:
        return papers.deals.get(number).branch
    if (number := facts.get("inquiry")) is not None:
        return papers.inquiries.get(number).branch
    if (number := facts.get("interaction")) is not None:
        return papers.interactions.get(number).branch
    return None
