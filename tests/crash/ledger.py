"""The ledger: what was said to the bot, who was given it, and when it was acknowledged, as Telegram's side knows it.

It looks into no table of the product's. When something is missing or double it tells the story of the updates by name.
"""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from sandbox.updates import Pending, UpdateQueue


@dataclass
class Said:
    """One update on its way. `given` are the processes it was brought to, each with what came of it."""

    number: int
    who: int
    words: str
    at: float
    given: list[str] = field(default_factory=list)
    acknowledged: float | None = None
    expired: bool = False

    def __str__(self) -> str:
        if self.expired:
            end = "grew too old at Telegram"
        elif self.acknowledged is None:
            end = "never acknowledged"
        else:
            end = f"acknowledged {self.acknowledged:.2f} s"
        return f"{self.number} {self.words!r} at {self.at:.2f} s, given to {self.given or 'the poll'}, {end}"


class Ledger:
    """Hears of every update as it arrives at Telegram; `look` is to be called often."""

    def __init__(self, queue: UpdateQueue, clock: "Clockwork") -> None:
        self._queue = queue
        self._clock = clock
        self.said: dict[int, Said] = {}
        self._newest: dict[int, int] = {}
        self._open: dict[int, tuple[Said, Pending]] = {}
        queue.on_arrival.append(self._arrived)

    def _arrived(self, pending: Pending) -> None:
        if pending.update_id in self.said:
            return
        who, words = _read(pending.body)
        said = Said(pending.update_id, who, words, self._clock.now)
        self.said[said.number] = said
        self._newest[who] = said.number
        self._open[said.number] = said, pending

    def look(self) -> None:
        """Who is not in the queue any more was acknowledged, unless Telegram forgot it."""
        waiting = {pending.update_id for pending in self._queue}
        for number, (said, pending) in list(self._open.items()):
            said.expired = said.expired or self._queue.is_expired(pending)
            if number not in waiting:
                said.acknowledged = None if said.expired else self._clock.now
                del self._open[number]

    def given(self, body: bytes, to: str, outcome: str) -> None:
        """A balancer brought it there."""
        number = orjson.loads(body).get("update_id")
        if number in self.said:
            self.said[number].given.append(f"{to}: {outcome}")

    def newest(self, who: int) -> int:
        """The number of the last they said; 0 before."""
        return self._newest.get(who, 0)

    def unacknowledged(self, who: int) -> bool:
        return any(said.who == who for said, _pending in self._open.values())

    @property
    def waiting(self) -> int:
        return len(self._open)

    def of(self, who: int, begins: int, ends: int) -> list[Said]:
        """What they said between two numbers."""
        return [one for one in self.said.values() if one.who == who and begins <= one.number <= ends]

    def story(self, told: Iterable[Said], logs: Path) -> list[str]:
        """Of these updates, with what the processes wrote about them."""
        lines = {path.stem: path.read_text().splitlines() for path in sorted(logs.glob("*.log"))}
        found = []
        for one in told:
            found.append(f"  {one}")
            found += [
                f"    {name}: {line[:300]}"
                for name, written in lines.items()
                for line in written
                if re.search(rf"\bu?{one.number}\b", line)
            ]
        return found


class Clockwork:
    """Seconds since the run began."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    @property
    def now(self) -> float:
        return time.monotonic() - self._began


def _read(body: bytes) -> tuple[int, str]:
    told = orjson.loads(body)
    for kind, what in told.items():
        if isinstance(what, dict):
            words = what.get("text") or what.get("data") or kind
            who = what.get("from") or what.get("user") or {}
            return int(who.get("id", 0)), str(words)
    return 0, "?"
