"""The database of the benchmark: as many deals as taps will come, each with its card open in the manager's chat."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from domain.clients import Client
from domain.deals import Deal
from domain.language import Language
from domain.money import Money
from domain.people import Person, Role, StaffMember
from storage import Database, SqlUnit, StoredScreen

BORIS = 7


def database_in(folder: str) -> Database:
    return Database(f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}")


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


def prepare(unit: SqlUnit, count: int) -> None:
    """One manager with `count` deals at "new", and the card of each open in the chat."""
    person = Person(BORIS, "Boris", None, Language.ENGLISH, now())
    unit.records.people.add(person)
    member = StaffMember(person, "Boris", Role.MANAGER, now())
    unit.records.staff.add(member)
    unit.records.flush()
    for number in range(1, count + 1):
        client = Client(f"Client {number}", f"+3598880{number:05d}", now())
        unit.records.clients.add(client)
        money = Money(300_00, "EUR")
        unit.records.deals.add(
            Deal(client, "Vienna", 2, money, money, now(), responsible=member, step_since=now())
        )
        unit.records.flush()
        actions = [["advance", number, "new"]]
        unit.screens.save(
            StoredScreen(person.id, BORIS, number, 1, ["deal", number], actions, None, now(), now())
        )


async def main(folder: str, count: int) -> None:
    database = database_in(folder)
    await database.migrate()
    await database.run(lambda unit: prepare(unit, count))
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
