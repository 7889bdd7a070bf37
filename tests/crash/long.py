"""`make crash`: two hundred kills among five processes on PostgreSQL, then as many as fit on SQLite with one process.

It takes about twenty minutes, and prints a line for each: what was lost, doubled, half done and out of order.
`python -m tests.crash sqlite` runs one of them.
"""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from storage import Database
from tests.crash.harness import Crash, Plan
from tests.crash.killing import IN_A_BOT, IN_A_SCHEDULER
from tests.postgres_server import PostgresServer

PLACES = (*IN_A_BOT, *IN_A_SCHEDULER)
TOGETHER = Plan(
    talkers=30,
    clerks=2,
    deals=60,
    pairs=20,
    chased=20,
    labours=30,
    bots=3,
    schedulers=2,
    kills=200,
    places=PLACES,
    pause=65,
    restarts=2,
    loses=0.03,
    blackouts=4,
    trouble=True,
    seconds=450,
    thinks=40.0,
    rest=300,
    cold=0.06,
)
ALONE = Plan(
    talkers=20,
    clerks=2,
    deals=60,
    pairs=20,
    chased=20,
    labours=30,
    kills=80,
    places=PLACES,
    trouble=True,
    seconds=400,
    thinks=35.0,
    rest=300,
    cold=0.06,
)


def main(*kinds: str) -> int:
    """Of one plan given as JSON, on PostgreSQL, the report is printed as JSON: so a broken copy of the house is asked."""
    if kinds[:1] == ("--plan",):
        print(json.dumps(asyncio.run(_told(Plan(**json.loads(kinds[1]))))))
        return 0
    held = True
    for kind in kinds or ("postgresql", "sqlite"):
        with tempfile.TemporaryDirectory() as folder:
            held &= asyncio.run({"postgresql": _together, "sqlite": _alone}[kind](Path(folder)))
    return 0 if held else 1


async def _together(folder: Path) -> bool:
    async with _server() as (server, url):
        return await _run("PostgreSQL", folder, url, TOGETHER, lambda: asyncio.to_thread(server.restart))


@asynccontextmanager
async def _server() -> AsyncIterator[tuple[PostgresServer, str]]:
    server = PostgresServer()
    try:
        await server.execute("CREATE DATABASE crash")
        url = server.url("crash")
        database = Database(url)
        await database.migrate()
        await database.close()
        yield server, url
    finally:
        server.stop()


async def _told(plan: Plan) -> dict[str, Any]:
    async with _server() as (_, url):
        with tempfile.TemporaryDirectory() as folder:
            report = await Crash(Path(folder), url, plan).run()
    return asdict(report) | {"held": report.held}


async def _alone(folder: Path) -> bool:
    return await _run("SQLite", folder, None, ALONE, None)


async def _run(
    kind: str, folder: Path, url: str | None, plan: Plan, restart: Callable[[], Awaitable[None]] | None
) -> bool:
    report = await Crash(folder, url, plan, restart).run()
    print(f"{kind}: {report}", flush=True)
    told = [remark for remark in report.remarks if not report.held or remark.startswith("waited")]
    print(*told, sep="\n", flush=True)
    return report.held
