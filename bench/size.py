"""An agency with many clients beside a small one, on SQLite: an update, searches, and first pages of lists."""

import tempfile
from pathlib import Path

from bench import crowd, prepare, update
from bench.stage import started, table
from bench.timing import milliseconds
from bench.update import MEASURED, WARM
from domain.entities.clients import Client
from storage import Database, SqlUnit

FEW = 1_000


async def main(*, long: bool) -> None:
    """The same questions of both."""
    many = 1_000_000 if long else 50_000
    costs = [await ask(size) for size in (many, FEW)]
    rows = [(what, costs[0][what], costs[1][what]) for what in costs[0]]
    table(f"{many} clients", f"{FEW} clients", rows)


async def ask(size: int) -> dict[str, float]:
    """Milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        url = prepare.sqlite_in(folder)
        await prepare.cards(url, [prepare.BORIS] * (WARM + MEASURED))
        database = Database(url)
        first = WARM + MEASURED + 1

        def grow(unit: SqlUnit) -> None:
            crowd.clients(unit, first, size)
            coach = crowd.trip(unit, prepare.now())
            crowd.deals(
                unit, range(first, first + size // 5), coach.id if size == FEW else None, "documents.sent"
            )

        await database.run(grow)
        somebody = first + size // 2
        name, digits = crowd.name_of(somebody), crowd.phone_of(somebody)[-7:]
        costs = {
            "search by a whole name, ms": await milliseconds(database.read, lambda u: found(u, name)),
            "search by a common first name, ms": await milliseconds(
                database.read, lambda u: found(u, "Kalina")
            ),
            "search by the end of a phone, ms": await milliseconds(database.read, lambda u: found(u, digits)),
            "first page of a stage, ms": await milliseconds(
                database.read, lambda u: u.repositories.deals.at_stage("documents")
            ),
            "deals per stage, ms": await milliseconds(
                database.read, lambda u: u.repositories.deals.count_by_stage()
            ),
            "first page of trips, ms": await milliseconds(
                database.read, lambda u: u.repositories.trips.upcoming(prepare.now())
            ),
        }
        await database.close()
        with started("ours", url) as ours:
            [costs["CPU per update, ms"]] = await update.costs([ours])
        costs["file, MB"] = (Path(folder) / "bench.db").stat().st_size / 2**20
        return costs


def found(unit: SqlUnit, words: str) -> list[Client]:
    clients = list(unit.repositories.clients.search(words))
    if not clients:
        raise RuntimeError(f"nobody is found by {words!r}")
    return clients
