"""A copy of all that is kept of a client: for them in their chat, or for a colleague who hands it over."""

from typing import Any

from domain.entities.clients import Client
from domain.entities.data_copies import KEPT_FOR, DataCopy
from domain.entities.people import Person, Right
from domain.notices.own_data import DATA_COPY, DATA_COPY_FOR
from domain.ports.desk import Desk
from domain.queries.consents import a_client
from domain.queries.doubts import must_reach
from domain.values.refusals import NotFound, Refusal


def ask_for_copy(desk: Desk) -> DataCopy:
    """A client asks for their own. Raises Forbidden, NotFound: nothing_kept, Refusal: copy_asked_lately."""
    person, client = a_client(desk), desk.actor.client
    if client is None:
        raise NotFound("nothing_kept")
    copy = _asked(desk, client, person)
    desk.note("client", copy.client.id, "data_copy_asked")
    return copy


def copy_for_client(desk: Desk, number: int) -> DataCopy:
    """For a client who has no chat, by whoever may give out data: it comes to their own chat.

    Raises Forbidden, NotFound, Refusal: copy_is_theirs, copy_asked_lately.
    """
    desk.must(Right.GIVE_OUT_DATA)
    client = desk.repositories.clients.get(number)
    must_reach(desk, client)
    if client.reachable:
        raise Refusal("copy_is_theirs", name=client.name)
    assert desk.actor.person is not None
    copy = _asked(desk, client, desk.actor.person)
    desk.note("client", copy.client.id, "data_copy_for")
    return copy


def _asked(desk: Desk, client: Client, to: Person) -> DataCopy:
    held = desk.archive.clients.locked(client.id)
    last = desk.archive.data_copies.last_of(held)
    if last is not None:
        last.must_be_over(desk.now)
    copy = DataCopy(held, to, desk.now, desk.actor.staff)
    desk.archive.data_copies.add(copy)
    return copy


def copy_made(desk: Desk, number: int, parts: list[str]) -> None:
    """By the agency: the ZIPs are in our store, and each is sent on its own. Twice is fine."""
    copy = desk.archive.data_copies.locked(number)
    if copy.made_at is not None:
        return
    copy.parts, copy.made_at = parts, desk.now
    kind = DATA_COPY if copy.by is None else DATA_COPY_FOR
    for part in range(len(parts)):
        facts: dict[str, Any] = {"copy": copy.id, "part": part}
        desk.notify(copy.to, kind, f"{copy.id}:{part}", useless_after=desk.now + KEPT_FOR, **facts)


def copy_cleared(desk: Desk, number: int) -> None:
    """By the agency: the ZIPs are gone from our store."""
    copy = desk.archive.data_copies.locked(number)
    copy.parts, copy.cleared_at = [], desk.now
