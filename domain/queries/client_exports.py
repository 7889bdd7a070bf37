"""Clients to give away as a file: how many, and what is told of each. Passports and needs never are."""

from collections.abc import Sequence
from datetime import timedelta

from domain.entities.client_exports import ClientFilter, GivenClient
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.refusals import Refusal

MOST_IN_A_CHAT = 20_000
LATELY = timedelta(days=365)


def clients_counted(desk: Desk, wanted: ClientFilter) -> int:
    """How many would be given, counted to one more than a chat takes. Raises Forbidden."""
    desk.must(Right.EXPORT_CLIENTS)
    return desk.repositories.given_clients.count(wanted, MOST_IN_A_CHAT + 1)


def clients_to_give(desk: Desk, wanted: ClientFilter) -> Sequence[GivenClient]:
    """Raises Forbidden, Refusal: nobody_to_give, too_many_to_give."""
    desk.must(Right.EXPORT_CLIENTS)
    found = desk.repositories.given_clients.some(wanted, MOST_IN_A_CHAT + 1)
    if not found:
        raise Refusal("nobody_to_give")
    if len(found) > MOST_IN_A_CHAT:
        raise Refusal("too_many_to_give", most=MOST_IN_A_CHAT)
    return found


def must_export(desk: Desk) -> None:
    """Raises Forbidden."""
    desk.must(Right.EXPORT_CLIENTS)
