"""A trip with many deals beside a small one, on both databases: the list, the deals themselves, and telling them."""

import secrets
import tempfile
from datetime import timedelta

from bench import crowd
from bench.databases import KINDS, opened
from bench.ours import AGENCY
from bench.prepare import now
from bench.stage import table
from bench.timing import milliseconds
from domain.ports.desk import Actor, Desk
from domain.usecases.trips.departures import announce_departures
from storage import SqlUnit

FEW = 25


async def main(*, long: bool) -> None:
    """Milliseconds; two seats a deal."""
    many = 2_500 if long else 500
    for kind in KINDS:
        costs = [await ask(kind, size) for size in (many, FEW)]
        rows = [(f"{kind}: {what}", costs[0][what], costs[1][what]) for what in costs[0]]
        table(f"{many} deals", f"{FEW} deals", rows)


async def ask(kind: str, size: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(kind, folder) as database:

            def build(unit: SqlUnit) -> int:
                crowd.clients(unit, 1, size, with_chat=True)
                coach = crowd.trip(unit, now() + timedelta(hours=20))
                crowd.deals(unit, range(1, size + 1), coach.id)
                return coach.id

            number = await database.run(build)

            def everybody(unit: SqlUnit) -> object:
                return unit.repositories.deals.of_trip(unit.repositories.trips.get(number))

            def people(unit: SqlUnit) -> object:
                return unit.repositories.deals.participants(unit.repositories.trips.get(number))

            def portion(unit: SqlUnit) -> int:
                desk = Desk(Actor(), now(), unit.repositories, AGENCY, secrets.token_urlsafe)
                return announce_departures(desk)

            costs = {
                "participant list, ms": await milliseconds(database.read, people, 5),
                "its deals, whole, ms": await milliseconds(database.read, everybody, 5),
            }
            await database.run(portion)
            while await database.run(portion):
                pass
            costs["nobody left to tell, ms"] = await milliseconds(database.run, portion, 5)
            return costs
