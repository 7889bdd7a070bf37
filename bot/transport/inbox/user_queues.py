"""User queues: what waits of one user, and how many updates a second are taken of one user."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

Entry = tuple[int, str | None]
"""An update's number, and its payload unless that is to be read from the table."""


@dataclass(frozen=True)
class Limits:
    """Of one user: `burst` updates at once, then `per_second`; those beyond `waiting` are stored and never taken."""

    burst: int = 30
    per_second: float = 5.0
    waiting: int = 300


@dataclass
class UserQueue:
    """One user's, while a worker takes from it."""

    whose: int
    waiting: deque[Entry] = field(default_factory=deque)
    behind: bool = False
    """The table may hold older updates than this queue."""
    told: bool = False
    """Whether the user was told that they are too quick."""

    @property
    def head(self) -> Entry | None:
        return self.waiting[0] if self.waiting else None

    def add(self, number: int, payload: str | None) -> None:
        self.waiting.append((number, payload))

    def dealt_with(self, number: int) -> Entry | None:
        """Removes the head, when it is this one."""
        return self.waiting.popleft() if self.waiting and self.waiting[0][0] == number else None


class Budgets:
    """The rate of each user, by a monotonic clock."""

    def __init__(self, limits: Limits | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._used_until: dict[int, float] = {}

    def wait(self, whose: int) -> float:
        """Seconds until this user's next update may be taken; counts it."""
        if self._limits is None:
            return 0.0
        now, each = self._clock(), 1 / self._limits.per_second
        used_until = max(now, self._used_until.get(whose, now)) + each
        self._used_until[whose] = used_until
        if len(self._used_until) > 1000:
            self._used_until = {who: until for who, until in self._used_until.items() if until > now}
        return max(0.0, used_until - now - self._limits.burst * each)
