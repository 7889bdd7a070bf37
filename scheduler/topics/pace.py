"""How quickly a group may be written to: Telegram takes twenty messages a minute, and says when that was too many."""

import time
from collections import deque
from collections.abc import Callable
from math import inf

A_MINUTE = 60.0
MOST = 18
"""Of a group in a minute; the rest is for answers to commands there."""


class Pace:
    """Of all groups in one process; `clock` is monotonic."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._sent: dict[int, deque[float]] = {}
        self._halted: dict[int, float] = {}

    def may(self, chat: int) -> bool:
        """Whether one more may go there now."""
        now = self._clock()
        sent = self._sent.setdefault(chat, deque())
        while sent and sent[0] <= now - A_MINUTE:
            sent.popleft()
        return len(sent) < self._most and now >= self._halted.get(chat, -inf)

    def spend(self, chat: int) -> None:
        self._sent.setdefault(chat, deque()).append(self._clock())

    def halt(self, chat: int, seconds: float) -> None:
        """Telegram wants that nothing goes there for so long."""
        self._halted[chat] = self._clock() + seconds
