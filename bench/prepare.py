"""The database of the benchmarks: managers, each with deals, and the card of each deal open in their chat."""

from datetime import UTC, datetime
from pathlib import Path

from domain.clients import Client
from domain.deals import Deal
from domain.language import Language
from domain.money import Money
from domain.people import Person, Role, StaffMember
from storage import Database, SqlUnit, StoredScreen

BORIS = 7
PRICE = Money(300_00, "EUR")


def sqlite_in(folder: str) -> str:
    return f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


def manager(unit: SqlUnit, number: int) -> StaffMember:
    person = Person(number, f"Boris {number}", None, Language.ENGLISH, now())
    unit.records.people.add(person)
    member = StaffMember(person, person.name, Role.MANAGER, now())
    unit.records.staff.add(member)
    unit.records.flush()
    return member


def sale(unit: SqlUnit, number: int, member: StaffMember) -> Deal:
    """Deal `number`, at "new", and its card as screen `number`."""
    client = Client(f"Client {number}", f"+3598880{number:05d}", now())
    unit.records.clients.add(client)
    deal = Deal(client, "Vienna", 2, PRICE, PRICE, now(), responsible=member, step_since=now())
    unit.records.deals.add(deal)
    unit.records.flush()
    assert deal.id == number
    actions = [["advance", number, "new"]]
    chat = member.person.telegram_id
    unit.screens.save(
        StoredScreen(member.person.id, chat, number, 1, ["deal", number], actions, None, now(), now())
    )
    return deal


async def cards(url: str, owners: list[int]) -> None:
    """A fresh database in which deal 1, 2, 3 … is the manager's with that Telegram id."""
    database = Database(url)

    def prepare(unit: SqlUnit) -> None:
        members = {owner: manager(unit, owner) for owner in sorted(set(owners))}
        for number, owner in enumerate(owners, 1):
            sale(unit, number, members[owner])

    await database.migrate()
    await database.run(prepare)
    await database.close()
