"""Messages whose time has come go to their clients, each once; what something stands in the way of, its author decides."""

from dataclasses import replace

from domain.entities.later_messages import LaterMessage
from domain.entities.people import Right, StaffMember
from domain.notices.later import LATER_HELD
from domain.ports.desk import Actor, Desk
from domain.queries.staff import colleagues
from domain.usecases.clients.messages import tell_as_written

PORTION = 25


def send_later_messages(desk: Desk) -> int:
    """One portion; to be called until it says 0. How many had come.

    A clock that was turned back sends nothing twice: what was sent says so itself.
    """
    come = desk.archive.later_messages.to_send(desk.now, PORTION)
    for one in come:
        one.held = one.in_the_way()
        if one.held is None:
            send_it(desk, one)
        else:
            _ask(desk, one)
    return len(come)


def send_it(desk: Desk, one: LaterMessage) -> None:
    """In its author's name, also of one who is away or has left."""
    in_their_name = replace(desk, actor=Actor(one.author.person, one.author), everywhere=True)
    tell_as_written(in_their_name, one.client, one.text, one.written_at, one.inquiry, one.deal)
    one.sent_at, one.held = desk.now, None


def _ask(desk: Desk, one: LaterMessage) -> None:
    for member in _who_decides(desk, one):
        key = f"{one.id}:{one.due_at.isoformat()}"
        desk.notify(member.person, LATER_HELD, key, later=one.id)


def _who_decides(desk: Desk, one: LaterMessage) -> list[StaffMember]:
    """Its author; of one who has left, who leads the deal, or all who answer there."""
    if one.author.may(Right.ANSWER_CLIENTS):
        return [one.author]
    leader = one.deal.leader if one.deal else None
    return [leader] if leader else list(colleagues(desk, Right.ANSWER_CLIENTS, one.branch))
