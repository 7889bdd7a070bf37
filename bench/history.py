"""What the chain of the history costs: `python -m bench.history [entries]`, on SQLite.

Marking is what somebody who taps waits for; sealing and verifying are done behind everybody's back. As a unit of
measure stands what the same entries cost to be inserted at all.
"""

import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert

from domain.entities.history import HistoryEntry
from storage import Database, SqlUnit
from storage.audit.verifying import Verification
from storage.crypto.chain import mark_entry, salted
from storage.crypto.sealing import Keys
from storage.mapping import history

KEYS = Keys(b"a secret of the bench only")
FILE = 20
"""Entries of one deal."""
AT_ONCE = 5000


def entry(number: int) -> HistoryEntry:
    facts = {"payment": number, "amount": "200.00 EUR", "method": "cash", "on": "2027-03-01"}
    at = datetime(2027, 3, 1, 10, tzinfo=UTC)
    return HistoryEntry("trip", number // FILE + 1, "moved", at, "Boris Petrov", None, facts)


async def seconds(work: Callable[[], Awaitable[Any]]) -> float:
    """Of the processor's time, in all threads."""
    began = time.process_time()
    await work()
    return time.process_time() - began


def _proof(one: HistoryEntry) -> dict[str, str | None]:
    proof: dict[str, str | None] = {**salted(one)}
    return {**proof, "mark": mark_entry(one, KEYS, proof["digest"])}


async def measure(count: int) -> None:
    entries = [entry(number) for number in range(count)]
    began = time.process_time()
    proofs = [_proof(one) for one in entries]
    marking = time.process_time() - began
    rows = [{**vars(one), **proof} for one, proof in zip(entries, proofs, strict=True)]
    for row in rows:
        del row["id"], row["branch"]
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/bench.db", KEYS)
        await database.migrate()
        await database.run(lambda unit: unit.secrets.must_fit())

        async def keep() -> None:
            for start in range(0, count, AT_ONCE):
                some = rows[start : start + AT_ONCE]

                def work(unit: SqlUnit, some: list[dict[str, Any]] = some) -> None:
                    unit.session.execute(insert(history), some)

                await database.run(work)

        async def seal() -> None:
            while await database.run(lambda unit: unit.secrets.seal_history()):
                pass

        verification = Verification(database)

        async def verify() -> None:
            while await verification.look_on():
                pass

        keeping, sealing, verifying = await seconds(keep), await seconds(seal), await seconds(verify)
        await database.close()
    assert verification.findings == []
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = (("mark", marking), ("insert", keeping), ("seal", sealing), ("verify", verifying))
    for what, took in told:
        print(f"{what:8} {took / count * 1e6:7.1f} us an entry, {took / keeping:5.2f} of inserting it")
    print(f"verified {verification.entries} entries of {verification.files} files, {memory} MB at most")


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
