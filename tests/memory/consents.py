"""Consents, in memory."""

from collections.abc import Sequence

from domain.entities.clients import Client
from domain.entities.consents import Consent, wants_mailings
from domain.entities.people import Person
from domain.ports.consents import Consents
from tests.memory.shelf import Shelf, Things, in_memory


class MemoryConsents(Shelf[Consent]):
    kind, missing = Consent, "not_found"

    def add(self, consent: Consent) -> None:
        self.hold(consent)
        self.things.flush()

    def of(self, client: Client) -> Sequence[Consent]:
        return self._newest([one for one in self.all_seen() if _is_of(one, client)])

    def of_person(self, person: Person) -> Sequence[Consent]:
        return self._newest([one for one in self.all_seen() if one.person is person])

    def may_be_mailed(self, client: Client) -> bool:
        return wants_mailings(self.of(client))

    def _newest(self, found: list[Consent]) -> Sequence[Consent]:
        return sorted(found, key=lambda one: (one.given_at, one.id), reverse=True)


def _is_of(consent: Consent, client: Client) -> bool:
    return consent.client is client or (consent.person is not None and consent.person is client.person)


@in_memory
def consents(things: Things, reach: int | None) -> Consents:
    return MemoryConsents(things, reach)
