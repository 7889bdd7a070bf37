"""`python -m bench.soak [--minutes 10] [--postgres]`: the real program, a day's crowd, and what became of both."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import ClientSession

from bench.soak.crowd import Crowd
from bench.soak.ledger import Balance, balanced, undone
from bench.soak.region import LEAVING, settle_in
from bench.soak.vitals import Vitals
from bench.stage import percentile, running
from sandbox import Sandbox
from storage import Database, FileStore
from storage.crypto.sealing import Keys
from tests.postgres_server import PostgresServer
from tourdesk.keys import secret_key

A_SECOND = 4_000 / (10 * 3600)
"""Messages of a region, over ten working hours."""
SPEED = 20

WARM = 0.1
"""Of the time: what is loaded at first use, and pools that fill, are no part of the comparison."""

CALM = 0.6
"""When the mailing in the middle is over."""

REST = 90.0
"""Seconds at most until everything that came is done."""

FLAT = 2.0
"""Megabytes for each thousand updates that still count as flat."""


async def main(minutes: float, speed: float, url: str | None) -> bool:
    """Whether all held. It ends by itself: each wait has its limit, and so has the whole."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sandbox = Sandbox(rate_limits=None)  # its limits go by a real clock, and this day is a quick one
        await sandbox.start()
        settings = {"TOKEN": sandbox.token, "API_URL": sandbox.api_url, "DATA": str(folder)}
        if url:
            settings["DATABASE"] = url
        surroundings = {f"TOURDESK_{name}": value for name, value in settings.items()}
        words = ("-m", "tourdesk", "run")
        program = running(words, "Tourdesk is running", **surroundings)
        # In a thread: while it starts it asks who it is, and the sandbox that answers is here.
        process, _ = await asyncio.to_thread(stack.enter_context, program)
        keys = Keys(secret_key(folder))
        database = Database(url or f"sqlite+aiosqlite:///{folder / 'tourdesk.db'}", keys)
        store = FileStore(str(folder / "files"), keys)
        async with asyncio.timeout(minutes * 60 + 3 * REST), ClientSession(sandbox.url) as http:
            crowd = Crowd(sandbox, http)
            vitals = Vitals(process, folder, lambda: len(crowd.ledger.updates))
            held = await _Day(crowd, vitals, database, store, minutes * 60, A_SECOND * speed).all()
        await database.close()
        await sandbox.stop()
    return held


@dataclass
class _Day:
    crowd: Crowd
    vitals: Vitals
    database: Database
    store: FileStore
    seconds: float
    per_second: float

    async def all(self) -> bool:
        """The coaches' clients are all told in the middle of it: the evening before departure."""
        await self.crowd.come()
        await self._rest()
        now = datetime.now(UTC)  # noqa: TID251
        peak = now + timedelta(seconds=self.seconds / 2)
        await self.database.run(lambda unit: settle_in(unit, now, peak))
        await self.crowd.rehearse()
        files, log = self.vitals.files, self.vitals.log
        watching = asyncio.create_task(self.vitals.watch())
        await self.crowd.act_for(self.seconds, self.per_second)
        watching.cancel()
        await self._rest()
        told = [("open files", files, self.vitals.files), ("write-ahead log, MB", log, self.vitals.log)]
        balance = await balanced(self.crowd.ledger, self.database, self.store, LEAVING)
        return self._print(balance, told)

    async def _rest(self) -> None:
        """Until everything that came is done."""
        for _ in range(round(REST * 2)):
            await asyncio.sleep(0.5)
            if not len(self.crowd.sandbox.world.updates) and not await self.database.read(undone):
                return

    def _print(self, balance: Balance, told: list[tuple[str, float, float]]) -> bool:
        crowd, vitals, day = self.crowd, self.vitals, self.seconds
        quarters = ((day * WARM, day * (WARM + 0.25)), (day * 0.75, day))
        first, last = ([took for at, took in crowd.took if since <= at < until] for since, until in quarters)
        rows = [
            (f"answer, p{share}, ms", percentile(first, share) * 1000, percentile(last, share) * 1000)
            for share in (50, 95, 99)
        ]
        rows += [
            ("CPU an update, ms", vitals.cost(*quarters[0]), vitals.cost(*quarters[1])),
            ("memory, MB", vitals.memory(*quarters[0]), vitals.memory(*quarters[1])),
            *told,
        ]
        print(f"soak: {day / 60:.0f} minutes, {len(crowd.took)} acts answered, {balance.kept}")
        print(f"unanswered {dict(crowd.unanswered)}, buttons not there {dict(crowd.astray)}")
        print(f"{'':24}{'at the start':>14}{'at the end':>14}{'ratio':>8}")
        for what, before, after in rows:
            print(f"{what:24}{before:>14.2f}{after:>14.2f}{after / before if before else 1:>8.2f}")
        slower = rows[0][2] / rows[0][1]
        before, after = vitals.slope(day * WARM, day / 2), vitals.slope(day * CALM, day)
        print(f"memory, MB per 1,000 updates: {before:+.2f} before the mailing, {after:+.2f} after it")
        print(f"memory: {'flat' if after < FLAT else 'NOT FLAT'}")
        print(f"answers: {'within a tenth' if slower < 1.1 else 'SLOWER by more than a tenth'} of the start")
        gone = f"{len(balance.lost)} {balance.lost[:3]}" if balance.lost else "0"
        print(f"lost {gone}, repeated {balance.repeated}, undone {balance.undone or 0}")
        amiss = balance.lost or balance.repeated or balance.undone or crowd.unanswered or crowd.astray
        return after < FLAT and slower < 1.1 and not amiss


@contextmanager
def _server(*, wanted: bool) -> Iterator[str | None]:
    server = PostgresServer() if wanted else None
    try:
        yield server.url("postgres") if server else None
    finally:
        if server is not None:
            server.stop()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    asked.add_argument("--minutes", type=float, default=10.0, help="10 in the short form, 60 in the long")
    asked.add_argument("--speed", type=float, default=SPEED, help="how many times as quick as a day")
    asked.add_argument("--postgres", action="store_true", help="on a PostgreSQL of its own; SQLite without")
    options = asked.parse_args()
    with _server(wanted=options.postgres) as address:
        sys.exit(not asyncio.run(main(options.minutes, options.speed, address)))
