"""Who is to be forgotten, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.forgets import Forget
from domain.ports.forgets import Forgets
from tests.memory.shelf import Shelf, Things, in_memory, page


class MemoryForgets(Shelf[Forget]):
    kind, missing = Forget, "not_found"

    def add(self, forget: Forget) -> None:
        self.hold(forget)
        self.things.flush()

    def open_of(self, client: Client) -> Forget | None:
        return next((one for one in self.all_seen()[::-1] if one.client is client and one.is_open), None)

    def hindered_no_more(self, limit: int = 50) -> Sequence[Forget]:
        busy = {id(deal.client) for deal in self.things.of(Deal) if deal.is_open or deal.unsettled}
        waiting = [one for one in self.all_seen() if one.is_open and one.due_at is None]
        return page([one for one in waiting if id(one.client) not in busy], limit)

    def due(self, now: datetime, limit: int = 8) -> Sequence[Forget]:
        return page(
            [one for one in self.all_seen() if one.is_open and one.due_at and one.due_at <= now], limit
        )

    def uncut(self, limit: int = 50) -> Sequence[Forget]:
        return page([one for one in self.all_seen() if one.done_at and not one.cut_at], limit)


@in_memory
def forgets(things: Things, reach: int | None) -> Forgets:
    return MemoryForgets(things, reach)
