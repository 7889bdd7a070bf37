"""Clients to give away as a file, in memory."""

from collections.abc import Sequence
from datetime import date

from domain.entities.branches import within
from domain.entities.client_exports import ClientFilter, GivenClient
from domain.entities.clients import Client
from domain.entities.consents import Consent, ConsentKind, wants_mailings
from domain.entities.deals import Deal
from domain.ports.client_exports import GivenClients
from tests.memory.shelf import Things, in_memory


class MemoryGivenClients:
    def __init__(self, things: Things, reach: int | None) -> None:
        self._things, self._reach = things, reach

    def some(self, wanted: ClientFilter, limit: int, after: int = 0) -> Sequence[GivenClient]:
        found = [one for one in self._wanted(wanted) if one.id > after]
        return [_given(one) for one in sorted(found, key=lambda one: one.id)[:limit]]

    def count(self, wanted: ClientFilter, most: int) -> int:
        return min(most, len(self._wanted(wanted)))

    def _wanted(self, wanted: ClientFilter) -> list[Client]:
        seen = [
            one
            for one in self._things.of(Client)
            if one.merged_into is None and within(self._reach, one.branch)
        ]
        return [one for one in seen if self._fits(one, wanted)]

    def _mailings(self, client: Client) -> list[Consent]:
        mine = [
            one
            for one in self._things.of(Consent)
            if one.client is client or (client.person and one.person is client.person)
        ]
        return [one for one in mine if one.kind is ConsentKind.MAILING]

    def _fits(self, client: Client, wanted: ClientFilter) -> bool:
        keeper = client.responsible.id if client.responsible else None
        theirs = [
            deal
            for deal in self._things.of(Deal)
            if deal.client is client and not deal.is_lost and deal.told_at
        ]
        away = [
            (deal.trip.departs.date(), deal.trip.returns) if deal.trip else (deal.starts, deal.ends)
            for deal in theirs
        ]
        since, until = wanted.travelled_since or date.min, wanted.travelled_until or date.max
        there = any(first and last and last >= since and first <= until for first, last in away)
        along = [
            deal
            for deal in self._things.of(Deal)
            if deal.client is client and not deal.is_lost and deal.trip and deal.trip.id == wanted.trip
        ]
        return (
            (not wanted.mailings or wants_mailings(self._mailings(client)))
            and (wanted.tag is None or wanted.tag in client.tags)
            and wanted.responsible in {None, keeper}
            and wanted.branch in {None, client.branch}
            and (there or wanted.travelled_since is wanted.travelled_until is None)
            and (wanted.trip is None or bool(along))
        )


def _given(client: Client) -> GivenClient:
    return GivenClient(
        client.id,
        client.name,
        client.latin_name,
        client.phone,
        client.email,
        client.born_on,
        client.address,
        client.source,
        client.tags,
    )


@in_memory
def given_clients(things: Things, reach: int | None) -> GivenClients:
    return MemoryGivenClients(things, reach)
