"""A message is written to be sent later, and until then changed, moved, sent at once or taken back."""

from datetime import datetime

from domain.entities.later_messages import LaterMessage, clock_of, when_sent
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.later import later_to_change
from domain.usecases.later.sending import send_it
from domain.values.refusals import NotFound, Refusal


def write_later(
    desk: Desk,
    client: int,
    text: str,
    due_at: datetime,
    inquiry: int | None = None,
    deal: int | None = None,
) -> LaterMessage:
    """Never at an hour that is not decent where the client is.

    Raises Forbidden, NotFound, Refusal: client_unreachable, in_the_past, later_too_far.
    """
    desk.must(Right.ANSWER_CLIENTS)
    to, author = desk.repositories.clients.get(client), desk.actor.staff
    assert author is not None
    to.must_be_reachable()
    at = when_sent(due_at, desk.now, clock_of(to, desk.agency.zone))
    new = LaterMessage(author, to, text, desk.now, at)
    new.inquiry = desk.repositories.inquiries.get(inquiry) if inquiry else None
    new.deal = desk.repositories.deals.get(deal) if deal else None
    if any(about is not None and about.client is not to for about in (new.inquiry, new.deal)):
        raise NotFound("no_such_deal")
    desk.repositories.later_messages.add(new)
    desk.repositories.flush()
    desk.note_within(new.branch, "client", to.id, "later_written", text=text, send_at=at.isoformat())
    return new


def change_later(desk: Desk, number: int, text: str) -> LaterMessage:
    """Raises Forbidden, NotFound, Refusal: later_gone."""
    one = _held(desk, number)
    if text != one.text:
        one.text = text
        desk.note_within(one.branch, "client", one.client.id, "later_changed", text=text)
    return one


def move_later(desk: Desk, number: int, due_at: datetime) -> LaterMessage:
    """Raises Forbidden, NotFound, Refusal: later_gone, in_the_past, later_too_far."""
    one = _held(desk, number)
    one.due_at = when_sent(due_at, desk.now, clock_of(one.client, desk.agency.zone))
    one.held = None
    desk.note_within(one.branch, "client", one.client.id, "later_moved", send_at=one.due_at.isoformat())
    return one


def take_back_later(desk: Desk, number: int) -> LaterMessage:
    """It is never sent. Raises Forbidden, NotFound, Refusal: later_gone."""
    one = _held(desk, number)
    one.taken_back_at = desk.now
    desk.note_within(one.branch, "client", one.client.id, "later_taken_back")
    return one


def send_later_now(desk: Desk, number: int) -> LaterMessage:
    """Whatever it is about. Raises Forbidden, NotFound, Refusal: later_gone, client_unreachable."""
    one = _held(desk, number)
    if not one.client.reachable:
        raise Refusal("client_unreachable", name=one.client.name)
    send_it(desk, one)
    return one


def _held(desk: Desk, number: int) -> LaterMessage:
    later_to_change(desk, number)
    one = desk.repositories.later_messages.locked(number)
    one.must_wait()
    return one
