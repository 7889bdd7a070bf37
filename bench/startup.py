"""Start-up and idle memory beside a bare aiogram bot: the whole agency in one process, and the scheduler alone."""

import asyncio
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench.prepare import manager
from bench.stage import bot_api, running, started, table
from domain.entities.people import Role
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from tourdesk.keys import secret_keys

SETTLED = 4.0
"""Seconds after which the first looks at the timetable are over."""


async def main(*, long: bool) -> None:
    """One start, or in full the least of a few: what else the machine does can only make them longer."""
    rounds = [await both() for _ in range(5 if long else 1)]
    least = [
        (rows[0][0], min(row[1] for row in rows), min(row[2] for row in rows))
        for rows in zip(*rounds, strict=True)
    ]
    table("Tourdesk", "bare aiogram", least)


async def both() -> list[tuple[str, float, float]]:
    with ExitStack() as stack:
        bare = stack.enter_context(started("bare"))
        spent = bare.cpu
        api = stack.enter_context(bot_api())
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        await tourdesk(api, folder)  # the first start ever, which makes the tables
        await owned(folder)
        whole = await tourdesk(api, folder)
        alone = await tourdesk(api, folder, "--only", "scheduler")
        return [
            ("start-up, s", whole[0], bare.startup),
            ("its CPU, s", whole[1], spent),
            ("memory idle, MB", whole[2], bare.megabytes),
            ("start-up of the scheduler alone, s", alone[0], bare.startup),
            ("its CPU, s", alone[1], spent),
            ("its memory idle, MB", alone[2], bare.megabytes),
        ]


async def owned(folder: str) -> None:
    """Only an agency that has no owner yet is shown a link, and its QR code."""
    database = Database(
        f"sqlite+aiosqlite:///{Path(folder) / 'tourdesk.db'}", Keys(*secret_keys(Path(folder)))
    )

    def own(unit: SqlUnit) -> None:
        manager(unit, 1).role = Role.OWNER

    await database.run(own)
    await database.close()


async def tourdesk(api: str, folder: str, *words: str) -> tuple[float, float, float]:
    """Seconds until it says that it runs, those its CPU worked, and its megabytes when it has come to rest."""
    settings = {"TOKEN": "42:bench-not-a-secret", "API_URL": api, "DATA": folder}
    surroundings = {f"TOURDESK_{name}": value for name, value in settings.items()}
    command = ("-m", "tourdesk", "run", *words)
    with running(command, "Tourdesk is running", **surroundings) as (process, startup):
        times = process.cpu_times()
        await asyncio.sleep(SETTLED)
        return startup, times.user + times.system, process.memory_info().rss / 2**20
