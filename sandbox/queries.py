"""Questions to the bot that wait for its answer: taps, inline queries, checkouts; each kind grows too old in its time."""

import asyncio
import itertools
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox.clock import Clock
from sandbox.refusals import QUERY_TOO_OLD, bad_request
from sandbox.world import Person

_PRUNE_ABOVE = 10_000


@dataclass(eq=False, slots=True)
class Query:
    """`about` is what the kind of question needs for its answer."""

    id: str
    person: Person
    at: datetime
    answer: asyncio.Future[dict[str, Any]]
    about: Any = None


class Queries:
    def __init__(self, clock: Clock, lives: timedelta) -> None:
        self._clock = clock
        self._lives = lives
        self._queries: dict[str, Query] = {}
        self._numbers = itertools.count(4_611_686_018_427_000_001)

    def new(self, person: Person, about: Any = None) -> Query:
        if len(self._queries) > _PRUNE_ABOVE:
            self._prune()
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        query = Query(str(next(self._numbers)), person, self._clock.now(), answer, about)
        self._queries[query.id] = query
        return query

    def waiting(self, query_id: str) -> Query:
        """One that is unknown or too old is refused."""
        query = self._queries.get(query_id)
        if query is None or self._is_old(query):
            raise bad_request(QUERY_TOO_OLD)
        return query

    def answer(self, query_id: str, answer: dict[str, Any]) -> Query:
        """A second answer changes nothing."""
        query = self.waiting(query_id)
        if not query.answer.done():
            query.answer.set_result(answer)
        return query

    def _is_old(self, query: Query) -> bool:
        return self._clock.now() >= query.at + self._lives

    def _prune(self) -> None:
        self._queries = {query.id: query for query in self._queries.values() if not self._is_old(query)}
