"""A scene: the program was prepared and stopped, Telegram goes on, and people of the agency have their phones."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession

from sandbox import Sandbox
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from tests.crash.victim import Life, Victim
from tests.databases import Databases
from tourdesk.keys import secret_keys

PATIENCE = 60.0
"""Seconds after which nothing comes any more."""


@dataclass
class Scene:
    """The program starts in it, is killed and starts again, on a database of SQLite's."""

    victim: Victim
    sandbox: Sandbox
    http: ClientSession
    database: Database

    async def says(self, person: int, words: str) -> None:
        await self.http.post(f"/sim/people/{person}/say", json={"text": words})

    async def chat(self, person: int) -> str:
        async with self.http.get(f"/sim/people/{person}/chat.txt") as answer:
            return await answer.text()

    async def hears(self, person: int, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while words not in await self.chat(person):
                await asyncio.sleep(0.02)

    async def died(self) -> None:
        """Returns when the program has come to the place where it was to die."""
        async with asyncio.timeout(PATIENCE):
            while self.victim.alive:
                await asyncio.sleep(0.02)


@asynccontextmanager
async def a_scene(
    databases: Databases,
    folder: Path,
    people: Mapping[int, str],
    prepare: Callable[[SqlUnit], None],
    web: int | None = None,
) -> AsyncIterator[Scene]:
    """With what `prepare` has written; the people's phones speak English."""
    sandbox = Sandbox(token="4711:somebody", rate_limits=None)
    await sandbox.start()
    file = folder / "tourdesk.db"
    shutil.move((await databases.migrated()).partition("///")[2], file)
    database = Database(f"sqlite+aiosqlite:///{file}", Keys(*secret_keys(folder)))
    await database.run(lambda unit: unit.secrets.must_fit())
    await database.run(prepare)
    victim = Victim(Life(sandbox.token, sandbox.api_url, str(folder), None, web=web))
    victim.kill()
    async with ClientSession(sandbox.url) as http:
        for number, name in people.items():
            await http.post("/sim/people", json={"id": number, "first_name": name, "language_code": "en"})
        yield Scene(victim, sandbox, http, database)
    victim.kill()
    await database.close()
    await sandbox.stop()
