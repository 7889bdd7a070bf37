"""Whose an inquiry is: it goes from one colleague to another, and is whoever's has answered it when nobody had taken it."""

from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk


def goes_to(desk: Desk, inquiry: Inquiry, member: StaffMember) -> StaffMember | None:
    """An open one is theirs from now on; whose it was. Nobody is told."""
    was = inquiry.taken_by
    if was is member:
        return None
    inquiry.take(member)
    if was is None:
        desk.note("inquiry", inquiry.id, "taken", name=member.name)
    else:
        desk.note("inquiry", inquiry.id, "taken_over", name=member.name, before=was.name)
    return was


def taken_with_answer(desk: Desk, inquiry: Inquiry, member: StaffMember) -> None:
    """Whoever speaks with a client about what nobody has taken sees to it from now on."""
    if inquiry.waits and member.may(Right.TAKE_INQUIRIES):
        held = desk.archive.inquiries.locked(inquiry.id)
        if held.waits:
            goes_to(desk, held, member)
