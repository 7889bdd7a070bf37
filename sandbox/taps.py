"""Callback queries on their way: who tapped, when, and what the bot answered."""

import asyncio
import itertools
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sandbox.clock import Clock
from sandbox.refusals import QUERY_TOO_OLD, bad_request
from sandbox.updates import CALLBACKS_LIVE
from sandbox.world import Person

_PRUNE_ABOVE = 10_000


@dataclass(eq=False, slots=True)
class Tap:
    id: str
    person: Person
    at: datetime
    answer: asyncio.Future[dict[str, Any]]


class Taps:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._taps: dict[str, Tap] = {}
        self._numbers = itertools.count(4_611_686_018_427_000_001)

    def new(self, person: Person) -> Tap:
        if len(self._taps) > _PRUNE_ABOVE:
            self._prune()
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        tap = Tap(str(next(self._numbers)), person, self._clock.now(), answer)
        self._taps[tap.id] = tap
        return tap

    def answer(self, query_id: str, answer: dict[str, Any]) -> Tap:
        """A second answer changes nothing; an answer after 150 seconds or to an unknown tap is refused."""
        tap = self._taps.get(query_id)
        if tap is None or self._is_old(tap):
            raise bad_request(QUERY_TOO_OLD)
        if not tap.answer.done():
            tap.answer.set_result(answer)
        return tap

    def _is_old(self, tap: Tap) -> bool:
        return self._clock.now() >= tap.at + CALLBACKS_LIVE

    def _prune(self) -> None:
        self._taps = {tap.id: tap for tap in self._taps.values() if not self._is_old(tap)}
