"""Lists of clients: the newest, one's own, those with open deals, and those whom nothing reaches any more."""

from collections.abc import Sequence
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.people import Right
from domain.ports.desk import Desk


class ClientsWho(StrEnum):
    """Which clients a list has."""

    NEWEST = "newest"
    MINE = "mine"
    OPEN = "open"
    UNREACHABLE = "unreachable"


def clients_who(desk: Desk, which: ClientsWho, limit: int = 8, offset: int = 0) -> Sequence[Client]:
    """Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    lists = desk.repositories.client_lists
    if which is ClientsWho.MINE:
        staff = desk.actor.staff
        return lists.of_member(staff, limit, offset) if staff else ()
    found = {
        ClientsWho.NEWEST: lists.newest,
        ClientsWho.OPEN: lists.with_open_deals,
        ClientsWho.UNREACHABLE: lists.unreachable,
    }
    return found[which](limit, offset)
