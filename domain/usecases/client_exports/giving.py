"""A file of clients is given to a colleague: the history tells who had it, when, whose files and how many."""

from collections.abc import Sequence

from domain.entities.client_exports import ALL_EXPORTS, ClientFilter, GivenClient
from domain.ports.desk import Desk
from domain.queries.client_exports import clients_to_give


def give_clients(desk: Desk, wanted: ClientFilter, kind: str) -> Sequence[GivenClient]:
    """Raises Forbidden, Refusal: nobody_to_give, too_many_to_give."""
    found = clients_to_give(desk, wanted)
    given(desk, wanted, kind, len(found))
    return found


def given(desk: Desk, wanted: ClientFilter, kind: str, count: int) -> None:
    """The history tells it."""
    desk.note("client_export", ALL_EXPORTS, "given", wanted=wanted.key or "*", kind_of_file=kind, count=count)
