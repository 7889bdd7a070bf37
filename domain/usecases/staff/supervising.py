"""Each colleague has one supervisor, or none: then the owners are."""

from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk
from domain.queries.supervisors import is_over
from domain.values.refusals import NotFound, Refusal


def set_supervisor(desk: Desk, number: int, supervisor: int | None) -> StaffMember:
    """None: the owners. Twice is fine. Raises Forbidden, NotFound, Refusal: supervises_already."""
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.locked(number)
    above = desk.repositories.staff.get(supervisor) if supervisor is not None else None
    if not member.active or (above is not None and not above.active):
        raise NotFound("no_such_staff_member")
    if member.supervisor == supervisor:
        return member
    if above is not None and is_over(desk, member, above):
        raise Refusal("supervises_already", name=member.name, whom=above.name)
    member.supervisor = supervisor
    desk.note("staff", member.id, "supervisor_changed", supervisor=above.name if above else None)
    return member
