"""Everything else that goes wrong meanwhile: Telegram, the database and whole machines; and who stands still."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import asyncpg
from aiohttp import ClientSession

from tests.crash.killing import Killing
from tests.crash.victim import Victim

FAULTS: list[dict[str, Any]] = [
    {"kind": "slow", "seconds": 1.5, "times": 4},
    {"kind": "error", "code": 502, "times": 3},
    {"kind": "error", "retry_after": 1, "times": 2},
    {"kind": "garbled", "body": '{"ok":tr', "times": 2},
    {"kind": "drop_before", "times": 3},
    {"kind": "drop_after", "times": 1},
    {"kind": "duplicate_update", "times": 3},
]

_IS_AWAY = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What the driver says when the server restarts before, while or after it is asked."""


class Trouble:
    """`doubtful` counts what may have been said twice on its account."""

    def __init__(
        self, http: ClientSession, database: str | None, killing: Killing, chance: random.Random
    ) -> None:
        self._http = http
        self._database = database
        self._killing = killing
        self._chance = chance
        self.doubtful = self.pauses = 0

    async def faults(self) -> None:
        """Telegram is slow, away, answers half, and loses its answers; connections to the database break."""
        while True:
            kind = self._chance.choice(FAULTS)
            self.doubtful += kind["times"] if kind["kind"] in {"drop_after", "garbled"} else 0
            await self._http.post("/sim/faults", json=kind)
            await asyncio.sleep(3)
            with suppress(OSError, *_IS_AWAY):
                await self._cut()

    async def _cut(self) -> None:
        """Some connections of ours."""
        if self._database is None:
            return
        connection = await asyncpg.connect(self._database.replace("postgresql+asyncpg", "postgresql"))
        try:
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'tourdesk' AND random() < 0.3"
            )
        finally:
            connection.terminate()

    async def pause(self, victims: list[Victim], seconds: float) -> None:
        """One after another stands still, with all that it holds, for longer than any lease."""
        for victim in victims:
            while not victim.alive:
                await asyncio.sleep(0.05)
            victim.pause()
            self.pauses += 1
            self._tell(f"{victim.name} stands still")
            await asyncio.sleep(seconds)
            victim.resume()
            self._tell(f"{victim.name} goes on")

    async def restarts(self, times: int, restart: Callable[[], Awaitable[None]]) -> None:
        """Of the database, at even distances; and half-way between two of them all processes die at once."""
        for _ in range(times):
            await asyncio.sleep(self._killing.seconds / (times + 1))
            self._tell("the database restarts")
            await restart()

    async def blackouts(self, times: int, victims: list[Victim]) -> None:
        """All processes die at once."""
        for _ in range(times):
            await asyncio.sleep(self._killing.seconds / (times + 0.5))
            self._tell("all die at once")
            self._killing.strike(victims)

    def _tell(self, what: str) -> None:
        self._killing.told.append(f"{self._killing.clock.now:.1f} s: {what}")
