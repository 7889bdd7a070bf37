"""Notices due in one minute, while people tap: how long until all are said, and what the people notice of it."""

import asyncio
import tempfile
import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession

from bench import crowd
from bench.prepare import manager, now, sales
from bench.stage import Contender, bot_api, free_port, percentile, running, table
from bench.tapping import SECRET, heard, post
from scheduler.delivery.rate_limiter import OVERALL
from storage import Database, SqlUnit
from storage import mapping as tables

PEOPLE = range(101, 105)
EVERY = 0.5
"""Seconds between two taps of one of them."""

COACH = 45
"""Clients of one trip."""

IDLE = 20.0
"""Seconds in which the people have the bot for themselves, before anything is due."""

FAR_AWAY = "0.05"
"""Seconds Telegram takes over a message."""


async def main(*, long: bool) -> None:
    """The whole program in one process on SQLite, at Telegram's real pace: a minute, or seven and a half."""
    many = 9000 if long else 1200
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'tourdesk.db'}")
        taps = round((IDLE + many / OVERALL * 3) / EVERY)
        await prepare(database, many, taps)
        api = stack.enter_context(bot_api(FAR_AWAY))
        port = free_port()
        settings = {
            "TOURDESK_TOKEN": "42:bench-not-a-secret",
            "TOURDESK_API_URL": api,
            "TOURDESK_DATA": folder,
            "TOURDESK_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "TOURDESK_WEBHOOK_PORT": str(port),
            "TOURDESK_WEBHOOK_SECRET": SECRET["X-Telegram-Bot-Api-Secret-Token"],
        }
        run = running(("-m", "tourdesk", "run"), "Tourdesk is running", **settings)
        process, startup = stack.enter_context(run)
        program = Contender("tourdesk", port, api, process, startup)
        before = program.megabytes
        idle, busy, took = await Taps(program, database, many, taps).all()
        after = program.megabytes
        await database.close()
    dictated = many / OVERALL
    table("Tourdesk", f"{OVERALL} a second", [(f"{many} notices said, s", took, dictated)])
    table(
        "mailing",
        "idle",
        [
            (f"taps answered, p{share}, ms", percentile(busy, share) * 1000, percentile(idle, share) * 1000)
            for share in (50, 95)
        ],
    )
    table("after", "before", [("memory, MB", after, before)])


async def prepare(database: Database, many: int, taps: int) -> None:
    """Coaches that leave in a day and a little, and managers with more deals than they will tap on."""

    def build(unit: SqlUnit) -> None:
        for who in PEOPLE:
            first = (who - PEOPLE.start) * taps + 1
            sales(unit, range(first, first + taps), manager(unit, who))
        first = len(PEOPLE) * taps + 1
        crowd.clients(unit, first, many, with_chat=True)
        for start in range(first, first + many, COACH):
            coach = crowd.trip(unit, now() + timedelta(hours=30))
            crowd.deals(unit, range(start, min(start + COACH, first + many)), coach.id)

    await database.migrate()
    await database.run(build)


class Taps:
    """Seconds the taps of a few people took: while they have the bot for themselves, and during a mailing."""

    def __init__(self, program: Contender, database: Database, many: int, taps: int) -> None:
        self._program = program
        self._database = database
        self._many = many
        self._taps = taps
        self._idle: list[float] = []
        self._busy: list[float] = []
        self._took: list[float] = self._idle
        self._over = False

    async def all(self) -> tuple[list[float], list[float], float]:
        """Idle, busy, and how long the mailing was."""
        async with ClientSession(headers=SECRET) as session:
            people = [asyncio.create_task(self._person(session, who)) for who in PEOPLE]
            await asyncio.sleep(IDLE)
            began = time.monotonic()
            await self._database.run(the_day_before_has_come)
            self._took = self._busy
            while len(said := await self._said(session)) < self._many:
                await asyncio.sleep(0.5)
            self._over = True
            await asyncio.gather(*people)
        if len(said) != self._many:
            raise RuntimeError(f"{len(said)} notices were said, {self._many} were due")
        return self._idle[len(PEOPLE) :], self._busy, said[-1] - began

    async def _person(self, session: ClientSession, who: int) -> None:
        for turn in range(1, self._taps + 1):
            if self._over:
                return
            begun, took = time.monotonic(), self._took
            number = (who - PEOPLE.start) * self._taps + turn
            await post(session, self._program, who, number)
            await heard(session, self._program, who, turn, number, number)
            took.append(time.monotonic() - begun)
            await asyncio.sleep(EVERY)

    async def _said(self, session: ClientSession) -> list[float]:
        async with session.get(f"{self._program.api}/strangers") as answer:
            return [float(at) for at in await answer.json()]


def the_day_before_has_come(unit: SqlUnit) -> None:
    """As if the clock had been turned."""
    unit.session.connection().execute(tables.trips.update().values(reminder_at=now()))
