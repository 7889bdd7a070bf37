"""Clients, found by name and phone."""

from collections.abc import Sequence

from domain.entities.clients import Client
from domain.entities.people import Person
from storage.mapping import clients
from storage.repositories.loads import one
from storage.repositories.repository import Repository
from storage.search.tokens import add_tokens, client_tokens, client_words, find, replace_tokens


class SqlClients(Repository[Client]):
    kind, table, missing = Client, clients, "no_such_client"
    loads = (one("person"),)

    def of(self, person: Person) -> Client | None:
        return self._first(self._all().where(clients.c.person_id == person.id))

    def by_phone(self, phone: str) -> Client | None:
        with_chat = clients.c.person_id.is_not(None)
        return self._first(self._all().where(clients.c.phone == phone).order_by(with_chat, clients.c.id))

    def add(self, thing: Client, /) -> None:
        self.session.add(thing)
        self.session.flush()
        add_tokens(self.session, "client", thing.id, client_tokens(thing.name, thing.phone))

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """Those first whose word is the shortest beginning with what was typed."""
        numbers = find(self.session, "client", client_words(text), limit, offset)
        return self._of(numbers, self.loads)

    def renamed(self, client: Client) -> None:
        replace_tokens(self.session, "client", client.id, client_tokens(client.name, client.phone))
