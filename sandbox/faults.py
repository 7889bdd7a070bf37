"""Trouble on request: errors, dropped connections, slowness, doubled and disordered updates."""

import asyncio
import math
from dataclasses import dataclass
from typing import Any

from sandbox.refusals import BotApiError

OF_CALLS = ("error", "drop_before", "drop_after", "slow", "held", "garbled")
OF_UPDATES = ("duplicate_update", "reorder")


@dataclass(slots=True)
class Fault:
    """For faults of updates `method` names an update kind (`message`, `callback_query`) or `*`."""

    kind: str
    method: str = "*"
    code: int = 500
    description: str = ""
    retry_after: int | None = None
    seconds: float = 1.0
    times: float = 1
    chat: int | None = None
    body: str = ""
    """What a garbled answer says instead."""

    def matches(self, method: str, chat: int | None) -> bool:
        """`*` spares getUpdates, or polling would eat every fault meant for the bot's own calls."""
        if self.chat is not None and self.chat != chat:
            return False
        if self.method == "*":
            return method != "getupdates"
        return self.method.lower() == method

    def error(self) -> BotApiError:
        if self.retry_after is None:
            return BotApiError(self.code, self.description)
        description = self.description or f"Too Many Requests: retry after {math.ceil(self.retry_after)}"
        return BotApiError(429, description, retry_after=self.retry_after)


class Faults:
    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._cleared = asyncio.Event()

    def plan(self, fault: Fault) -> None:
        self._planned.append(fault)

    def clear(self) -> None:
        """No more of them; who waits for that goes on."""
        self._planned.clear()
        self._cleared.set()
        self._cleared = asyncio.Event()

    async def cleared(self) -> None:
        """Returns when they are cleared the next time."""
        await self._cleared.wait()

    def strike(self, kinds: tuple[str, ...], method: str, chat: Any = None) -> Fault | None:
        """The first planned fault that fits, used up by one."""
        if not self._planned:
            return None
        chat_id = int(chat) if str(chat).lstrip("-").isdigit() else None
        for fault in self._planned:
            if fault.kind in kinds and fault.matches(method.lower(), chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
                return fault
        return None
