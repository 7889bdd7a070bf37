"""Personal links of clients, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.personal_links import PersonalLink
from domain.ports.personal_links import PersonalLinks
from tests.memory.shelf import Shelf, Things, in_memory, newest


class MemoryPersonalLinks(Shelf[PersonalLink]):
    kind, missing = PersonalLink, "link_closed"

    def add(self, link: PersonalLink) -> None:
        self.hold(link)

    def by_hash(self, token_hash: str) -> PersonalLink | None:
        return next((one for one in self.all_seen() if one.token_hash == token_hash), None)

    def open_of(self, client: Client, now: datetime) -> Sequence[PersonalLink]:
        return [one for one in self.all_seen() if one.client is client and one.is_open(now)]

    def newest_of(self, client: Client) -> PersonalLink | None:
        theirs = (one for one in self.all_seen() if one.client is client)
        return next(iter(newest(theirs, lambda one: one.id)), None)


@in_memory
def personal_links(things: Things, reach: int | None) -> PersonalLinks:
    return MemoryPersonalLinks(things, reach)
