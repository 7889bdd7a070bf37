"""Whoever leaves holds nothing afterwards: of each kind that is handed over (`storage/held.py`) one is laid, and looked for."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from domain.entities.deals import Deal
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.people import Invitation, Right, Role, StaffMember
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.ports.desk import Actor, Desk
from domain.queries.handover import LeftKind
from domain.usecases.staff.handover import succeed
from domain.usecases.staff.staffing import dismiss
from storage import Database, SqlUnit
from storage.held import HANDED_OVER
from storage.mapping import metadata
from tests.rights.agency import Prepared, prepare
from tests.rights.undoing import desk_of, kept
from tests.things import OHRID, eur

Lays = Callable[[Desk, Prepared, StaffMember], int]


def _a_deal(desk: Desk, prepared: Prepared, member: StaffMember) -> int:
    client = desk.archive.clients.get(prepared.client)
    deal = Deal(client, "Rome", 1, eur(100), eur(0), desk.now, responsible=member)
    desk.archive.deals.add(deal)
    desk.archive.flush()
    return deal.id


def _an_inquiry(desk: Desk, prepared: Prepared, member: StaffMember) -> int:
    client = desk.archive.clients.get(prepared.client)
    asked = Inquiry(client, Channel.CHAT, InquiryKind.INDIVIDUAL, "Rome", None, 2, desk.now)
    asked.take(member)
    desk.archive.inquiries.add(asked)
    desk.archive.flush()
    return asked.id


def _a_client(desk: Desk, prepared: Prepared, member: StaffMember) -> int:
    client = desk.archive.clients.get(prepared.client)
    client.responsible = member
    return client.id


def _a_conversation(desk: Desk, prepared: Prepared, member: StaffMember) -> int:
    client = desk.archive.clients.get(prepared.client)
    one = desk.archive.conversations.opened(client, desk.now)
    one.holder = member
    desk.archive.flush()
    return one.id


def _a_trip(desk: Desk, _prepared: Prepared, member: StaffMember) -> int:
    """From when they still were a guide."""
    trip = Trip.planned(OHRID, desk.now)
    desk.archive.trips.add(trip)
    desk.archive.flush()
    guided = TripGuide(trip, member, desk.now)
    desk.archive.trips.guide(guided)
    desk.archive.flush()
    return guided.id


def _a_colleague(desk: Desk, prepared: Prepared, member: StaffMember) -> int:
    other = desk.archive.staff.get(prepared.own.colleague)
    other.supervisor = member.id
    return other.id


def _an_invitation(desk: Desk, _prepared: Prepared, member: StaffMember) -> int:
    invitation = Invitation("hash", Role.GUIDE, desk.now, desk.now + timedelta(days=2), member)
    desk.archive.invitations.add(invitation)
    desk.archive.flush()
    return invitation.id


CASES: dict[str, Lays] = {
    "deals.responsible_id": _a_deal,
    "inquiries.taken_by_id": _an_inquiry,
    "clients.responsible_id": _a_client,
    "conversations.holder_id": _a_conversation,
    "trip_guides.member_id": _a_trip,
    "staff_members.supervisor_id": _a_colleague,
    "invitations.created_by_id": _an_invitation,
}
"""How they come to hold one of each kind: a new kind is a line here."""
OVER: dict[str, str] = {"trip_guides.member_id": "left_at", "invitations.created_by_id": "expires_at"}
"""Of kinds whose row stays with them: the column that says since when it counts no more."""


async def test_nothing_of_any_kind_stays_with_whoever_leaves(database: Database) -> None:
    assert CASES.keys() == HANDED_OVER.keys()
    prepared = await kept(database, prepare)

    def lays(desk: Desk) -> tuple[int, dict[str, int]]:
        member = desk.archive.staff.get(prepared.spare)
        member.role = Role.MANAGER
        return member.id, {key: lay(desk, prepared, member) for key, lay in CASES.items()}

    number, laid = await kept(database, lays)
    assert await database.read(lambda unit: _held(unit, number, laid)) == {*CASES}

    def leaves(desk: Desk) -> None:
        owner = next(one for one in desk.archive.staff.active() if one.role is Role.OWNER)
        desk.actor = Actor(owner.person, owner)
        dismiss(desk, number)
        heir = next(one for one in desk.archive.staff.who_may(Right.MOVE_DEALS) if one.role is Role.MANAGER)
        succeed(desk, number, heir.id)
        guide = next(one for one in desk.archive.staff.active() if one.role is Role.GUIDE)
        succeed(desk, number, guide.id, LeftKind.TRIPS)

    await kept(database, leaves)
    assert await database.read(lambda unit: _held(unit, number, laid)) == set()


def _held(unit: SqlUnit, number: int, laid: dict[str, int]) -> set[str]:
    """Which of these still are theirs."""
    return {key for key, row in laid.items() if _is_theirs(unit, key, number, row)}


def _is_theirs(unit: SqlUnit, key: str, number: int, row: int) -> bool:
    name, column = key.split(".")
    table = metadata.tables[name]
    theirs = select(table).where(table.c.id == row, table.c[column] == number)
    found = unit.session.execute(theirs).mappings().first()
    over = found[OVER[key]] if found is not None and key in OVER else None
    return found is not None and (over is None or over > desk_of(unit).now)
