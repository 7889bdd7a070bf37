"""The database of the benchmarks: managers, each with deals, and the card of each deal open in their chat."""

from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from sqlalchemy import func, select

from domain.entities.people import Person, Role, StaffMember
from domain.values.language import Language
from domain.values.money import Money
from storage import Database, SqlUnit
from storage import mapping as tables

BORIS = 7
PRICE = Money(300_00, "EUR")


def sqlite_in(folder: str) -> str:
    return f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


def manager(unit: SqlUnit, number: int) -> StaffMember:
    person = Person(number, f"Boris {number}", None, Language.ENGLISH, now())
    unit.repositories.people.add(person)
    member = StaffMember(person, person.name, Role.MANAGER, now())
    unit.repositories.staff.add(member)
    unit.repositories.flush()
    return member


def sales(unit: SqlUnit, numbers: range, member: StaffMember, price_minor: int = PRICE.minor) -> None:
    """Deals with these numbers, at "new", each with its card as the screen of that number; in bulk."""
    from bench.crowd import clients, deals, lay

    clients(unit, numbers.start, len(numbers))
    more = {"title": "Vienna", "responsible_id": member.id, "price_minor": price_minor}
    deals(unit, numbers, None, "new", deposit_minor=price_minor, **more)
    at = now()
    who = {"person_id": member.person.id, "chat_id": member.person.telegram_id}
    times = {"opened_at": at, "updated_at": at}
    lay(
        unit,
        tables.screens,
        (
            {
                "id": number,
                "message_id": number,
                "revision": 1,
                "view": ["deal", number],
                "actions": [["advance", number, "new"]],
                "state": None,
                **who,
                **times,
            }
            for number in numbers
        ),
    )


async def cards(url: str, owners: list[int], price_minor: int = PRICE.minor) -> None:
    """A fresh database in which deal 1, 2, 3 … is the manager's with that Telegram id.

    A price of 0 is not agreed yet: such a deal goes on from "new" to "inquiry", and waits there.
    """
    database = Database(url)

    def prepare(unit: SqlUnit) -> None:
        members = {owner: manager(unit, owner) for owner in sorted(set(owners))}
        first = 1
        for owner, theirs in groupby(owners):
            numbers = range(first, first + len(list(theirs)))
            sales(unit, numbers, members[owner], price_minor)
            first = numbers.stop

    await database.migrate()
    await database.run(prepare)
    await database.close()


async def moved(url: str) -> int:
    """How many deals have gone one stage on, each with its entry in the history."""
    database, deals, history = Database(url), tables.deals, tables.history
    written = (history.c.subject == "deal") & (history.c.subject_id == deals.c.id)
    asked = (
        select(func.count()).select_from(deals.join(history, written)).where(deals.c.step_key == "inquiry")
    )
    count = await database.read(lambda unit: unit.session.execute(asked).scalar_one())
    await database.close()
    return int(count)
