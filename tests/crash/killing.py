"""The killer: every process lives until it has done something, and dies by SIGKILL a moment later, or where it was told."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.crash.ledger import Clockwork
from tests.crash.victim import Victim

IN_A_BOT = (
    "after_read",
    "before_inbox",
    "before_commit",
    "after_commit",
    "after_commit_before_200",
)
IN_A_SCHEDULER = (
    "before_portion_commit",
    "after_portion_commit",
    "after_claim",
    "after_send_before_mark",
    "mid_file_write",
    "mid_forgetting",
    "rows_imported",
)

REACHED_WITHIN = 45.0
"""Seconds for whoever was started to die at a place; then it is killed as any other."""

Place = tuple[str, int]


@dataclass
class Killing:
    """So many kills within so many seconds, shared by all victims; `places` are each reached once if they can be."""

    kills: int
    seconds: float
    places: list[Place]
    chance: random.Random
    clock: Clockwork
    answers: Callable[[], int]
    cold: float
    """So many of all starts go through the command line, as an operator's do."""
    died: int = 0
    named: int = 0
    waits: list[tuple[float, str]] = field(default_factory=list)
    """How long after which death anybody was answered."""
    fallen: list[str] = field(default_factory=list)
    """Who ended by itself, which nobody should, and its last words."""
    told: list[str] = field(default_factory=list)
    """What happened when, for whoever has to explain it."""
    _waiting: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._ends = self.clock.now + self.seconds
        self._began = self.clock.now
        self._unreached = list(self.places)
        self._under_way = 0
        self._struck: set[Victim] = set()

    @property
    def over(self) -> bool:
        """When all are dead who should be, or the time is up and every place had its turn."""
        return self.died >= self.kills or self.clock.now > self._ends

    async def run(self, victims: list[Victim]) -> None:
        """Until it is over; then all of them live."""
        await asyncio.gather(*(self._lives(victim) for victim in victims))
        await asyncio.gather(*self._waiting)

    async def _lives(self, victim: Victim) -> None:
        place: Place | None = None
        while not self.over:
            if place is None:
                await self._dies_anywhere(victim)
            elif await self._dies_at(victim, place):
                self.named += 1
            else:
                self._unreached.append(place)
            self.look_at(victim)
            if self._ended(victim):
                break
            place = self._next_place(victim)
            await self._born_again(victim, place)
        if place is not None:  # armed: it must not die when nobody counts any more
            await self._born_again(victim, None)

    async def _dies_anywhere(self, victim: Victim) -> None:
        """Some moments after it did something, when it is its turn."""
        while not self._cut_short(victim) and (victim.paused or self.died + self._under_way > self._due()):
            await asyncio.sleep(0.05)
        self._under_way += 1
        victim.achieved()
        while not self._cut_short(victim) and victim.alive and not victim.achieved():
            await asyncio.sleep(0.02)
        if not self._cut_short(victim):
            await asyncio.sleep(self.chance.uniform(0.02, 0.5))
        self._under_way -= 1

    async def _dies_at(self, victim: Victim, place: Place) -> bool:
        until = time.monotonic() + REACHED_WITHIN
        while victim.alive and not self.over and (victim.paused or time.monotonic() < until):
            await asyncio.sleep(0.02)
        return not victim.alive and not victim.ended_by_itself and victim not in self._struck

    def look_at(self, victim: Victim) -> None:
        """Whether it fell; with its last words, which the next life would bury."""
        if victim.ended_by_itself:
            self.fallen.append(f"{self.clock.now:.1f} s: {victim.last_words()}")

    def strike(self, victims: list[Victim]) -> None:
        """All at once, as when a machine goes down."""
        for victim in victims:
            if not victim.paused:
                self._struck.add(victim)
                victim.kill()

    def _cut_short(self, victim: Victim) -> bool:
        return self.over or victim in self._struck

    def _ended(self, victim: Victim) -> bool:
        return self.over and victim.alive

    def _due(self) -> float:
        """How many should have died by now."""
        return self.kills * (self.clock.now - self._began) / self.seconds

    async def _born_again(self, victim: Victim, place: Place | None) -> None:
        if victim.paused:
            return
        cold = self.chance.random() < self.cold
        how = f"to die at {place[0]}:{place[1]}" if place else "for a while"
        by = "SIGKILL" if victim.alive else "its own hand"
        told = f"{self.clock.now:.1f} s: {victim.name}, life {victim.lives}, dies by {by}; again {how}"
        self.told.append(told + (", cold" if cold else ""))
        self._struck.discard(victim)
        victim.kill()
        self.died += 1
        self._wait_for_answer(self.told[-1])
        victim.start(f"{place[0]}:{place[1]}" if place else None, cold=cold)

    def _wait_for_answer(self, whose: str) -> None:
        waiting = asyncio.create_task(self._heard(self.answers(), self.clock.now, whose))
        self._waiting.add(waiting)
        waiting.add_done_callback(self._waiting.discard)

    async def _heard(self, before: int, killed: float, whose: str) -> None:
        """How long until anybody is answered."""
        while self.answers() == before and self.clock.now < killed + 120:
            await asyncio.sleep(0.02)
        self.waits.append((self.clock.now - killed, whose))

    def _next_place(self, victim: Victim) -> Place | None:
        """The first that this one can come to and nobody is on the way to."""
        part = victim.life.only
        here = (
            IN_A_BOT
            if part == "bot"
            else IN_A_SCHEDULER
            if part == "scheduler"
            else (*IN_A_BOT, *IN_A_SCHEDULER)
        )
        place = next((place for place in self._unreached if place[0] in here), None)
        if place is not None:
            self._unreached.remove(place)
        return place
