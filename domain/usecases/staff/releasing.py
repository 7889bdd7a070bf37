"""Whoever leaves lets go at once of what needs no choice: invitations, holidays, standing in, and supervising."""

from dataclasses import replace

from domain.entities.holidays import HOLIDAYS, Holidays
from domain.entities.people import StaffMember
from domain.ports.desk import Desk
from domain.queries.holidays import holidays_of
from domain.usecases.conversations.moving import let_go
from domain.usecases.settings.defining import settled_anew


def release(desk: Desk, member: StaffMember) -> None:
    """Their links let nobody in; whom they supervised has who was above them; nobody has them as deputy any more."""
    for invitation in desk.archive.invitations.open(desk.now):
        if invitation.created_by is member:
            invitation.expires_at = desk.now
            desk.note("invitation", invitation.id, "withdrawn", role=invitation.role)
    for one in desk.archive.staff.active():
        if one.supervisor == member.id:
            one.supervisor = member.supervisor
        if one is not member:
            _settle(desk, one, _without_deputy(holidays_of(desk, one), member))
    let_go(desk, member)
    member.supervisor = None
    _settle(desk, member, Holidays())


def _without_deputy(holidays: Holidays, member: StaffMember) -> Holidays:
    kept = (replace(one, deputy=None) if one.deputy == member.id else one for one in holidays.planned)
    return Holidays(tuple(kept))


def _settle(desk: Desk, one: StaffMember, holidays: Holidays) -> None:
    if holidays != holidays_of(desk, one):
        seen = desk.agency.definitions.revision(HOLIDAYS, str(one.id))
        settled_anew(desk, HOLIDAYS, holidays, seen, key=str(one.id))
