"""Messages that are sent later, as they are read: of a client, one's own, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.entities.clients import Client
from domain.entities.later_messages import LaterMessage, clock_of
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.ports.routing import mine_and_stood_for
from domain.values.refusals import Forbidden


def later_for(desk: Desk, number: int, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
    """To this client, the next first. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    return desk.repositories.later_messages.waiting_for(client, limit, offset)


def count_later_for(desk: Desk, client: Client) -> int:
    """Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    return desk.repositories.later_messages.count_for(client)


def my_later(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
    """The actor's own, the next first. Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    staff = desk.actor.staff
    return desk.repositories.later_messages.waiting_of(staff, limit, offset) if staff else ()


def count_my_later(desk: Desk) -> int:
    """Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    return desk.repositories.later_messages.count_of(desk.actor.staff) if desk.actor.staff else 0


@dataclass(frozen=True)
class LaterCard:
    """A message; `changeable` by who decides about it."""

    message: LaterMessage
    changeable: bool


def later_card(desk: Desk, number: int) -> LaterCard:
    """Raises Forbidden, NotFound, Refusal: later_gone."""
    desk.must(Right.ANSWER_CLIENTS)
    one = desk.repositories.later_messages.get(number)
    one.must_wait()
    return LaterCard(one, _decides(desk, one))


def _decides(desk: Desk, one: LaterMessage) -> bool:
    """Its author, who stands in for them, who leads colleagues; of one who has left, who leads the deal, or all who answer."""
    if one.author in mine_and_stood_for(desk) or desk.actor.may(Right.OVERRIDE):
        return True
    leader = one.deal.leader if one.deal else None
    return not one.author.may(Right.ANSWER_CLIENTS) and leader in {None, desk.actor.staff}


def later_to_change(desk: Desk, number: int) -> LaterMessage:
    """Raises Forbidden, NotFound, Refusal: later_gone."""
    found = later_card(desk, number)
    if not found.changeable:
        raise Forbidden("forbidden")
    return found.message


def clock_for(desk: Desk, number: int) -> ZoneInfo:
    """By which the time of a message to this client is meant. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    client.must_be_reachable()
    return clock_of(client, desk.agency.zone)
