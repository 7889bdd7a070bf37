"""`python -m bench.soak [--minutes 10] [--database URL]`: the real program, a day's crowd, and what became of both."""

import argparse
import asyncio
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
from aiohttp import ClientSession

from bench.soak.crowd import Crowd
from bench.soak.region import LEAVING, left_over, settle_in
from bench.stage import percentile, running
from sandbox import Sandbox
from storage import Database
from storage.sealing import Keys
from tourdesk.keys import secret_key

MESSAGES, WORKING_HOURS, SPEED = 4_000, 10, 20
PER_SECOND = MESSAGES / (WORKING_HOURS * 3600) * SPEED


@dataclass
class Program:
    """The program's memory over time: (seconds since the start, megabytes)."""

    process: psutil.Process
    memory: list[tuple[float, float]] = field(default_factory=list)

    async def watch(self) -> None:
        begun = asyncio.get_running_loop().time()
        while True:
            now = asyncio.get_running_loop().time() - begun
            self.memory.append((now, self.process.memory_info().rss / 2**20))
            await asyncio.sleep(1)


async def main(minutes: float, given: str | None) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sandbox = Sandbox()
        await sandbox.start()
        settings = {"TOKEN": sandbox.token, "API_URL": sandbox.api_url, "DATA": str(folder)}
        if given:
            settings["DATABASE"] = given
        surroundings = {f"TOURDESK_{name}": value for name, value in settings.items()}
        process, _ = stack.enter_context(
            running(("-m", "tourdesk", "run"), "Tourdesk is running", **surroundings)
        )
        database = Database(
            given or f"sqlite+aiosqlite:///{folder / 'tourdesk.db'}", Keys(secret_key(folder))
        )
        async with ClientSession(sandbox.url) as http:
            await _day(Crowd(sandbox, http), Program(process), database, minutes * 60)
        await database.close()
        await sandbox.stop()


async def _day(crowd: Crowd, program: Program, database: Database, seconds: float) -> None:
    """The coaches' clients are all told in the middle of it: the evening before departure."""
    await crowd.come()
    await _rest(database)
    now = datetime.now(UTC)  # noqa: TID251
    peak = now + timedelta(seconds=seconds / 2)
    await database.run(lambda unit: settle_in(unit, now, peak))
    watching = [asyncio.create_task(crowd.listen()), asyncio.create_task(program.watch())]
    await crowd.act_for(seconds, PER_SECOND)
    await _rest(database)
    for task in watching:
        task.cancel()
    _print(crowd, program, await left_over(database), seconds)


async def _rest(database: Database) -> None:
    """Until everything that came is answered, for a minute at most."""
    for _ in range(120):
        await asyncio.sleep(0.5)
        if not await left_over(database):
            return


def _print(crowd: Crowd, program: Program, undone: dict[str, int], seconds: float) -> None:
    first = [took for planned, took in crowd.took if planned < seconds / 4]
    last = [took for planned, took in crowd.took if planned > seconds * 3 / 4]
    lost = LEAVING - sum(times > 0 for times in crowd.pins.values())
    repeated = sum(times - 1 for times in crowd.pins.values() if times > 1)
    early = [size for at, size in program.memory if 30 < at < seconds / 4]
    late = [size for at, size in program.memory if at > seconds * 3 / 4]
    print(
        f"soak: {seconds / 60:.0f} minutes, acts {len(crowd.took)}, unanswered {crowd.unanswered}, undone {undone}"
    )
    print(f"departures: told {len(crowd.pins)} of {LEAVING}, lost {lost}, repeated {repeated}")
    print(f"{'':24}{'first quarter':>14}{'last quarter':>14}{'ratio':>8}")
    rows = [
        (f"answer, p{share}, ms", percentile(first, share) * 1000, percentile(last, share) * 1000)
        for share in (50, 95, 99)
    ]
    rows.append(("memory, MB", sum(early) / len(early), sum(late) / len(late)))
    for what, before, after in rows:
        print(f"{what:24}{before:>14.1f}{after:>14.1f}{after / before:>8.2f}")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    asked.add_argument("--minutes", type=float, default=10.0, help="10 in the short form, 60 in the long")
    asked.add_argument("--database", help="a PostgreSQL URL; SQLite without")
    told = asked.parse_args()
    asyncio.run(main(told.minutes, told.database))
