"""The ledger: one transaction for all that waits, and an entry that fails spoils no other."""

import asyncio
from typing import Any

import pytest

from domain.entities.people import Person
from scheduler.delivery.batch_commit import Ledger
from storage import Database, SqlUnit
from tests.storage.things import person


async def test_what_comes_together_is_kept_together(database: Database) -> None:
    ledger, units = Ledger[int](database), list[int]()

    def entry(unit: SqlUnit) -> int:
        unit.repositories.people.add(somebody := person())
        unit.repositories.flush()
        units.append(id(unit.session))
        return somebody.id

    numbers = await asyncio.gather(*(ledger.write(entry) for _ in range(20)))

    assert len(set(numbers)) == 20
    assert len(set(units)) == 1


async def test_one_that_fails_spoils_no_other(database: Database) -> None:
    ledger = Ledger[Any](database)
    taken = person("Taken")

    def twice(unit: SqlUnit) -> None:
        for _ in range(2):
            unit.repositories.people.add(
                Person(taken.telegram_id, taken.name, None, taken.language, taken.started_at)
            )
        unit.repositories.flush()

    def fine(unit: SqlUnit) -> bool:
        unit.repositories.people.add(person("Fine"))
        return True

    told = await asyncio.gather(
        *(ledger.write(entry) for entry in (fine, twice, fine)), return_exceptions=True
    )

    assert [one is True for one in told] == [True, False, True]
    assert isinstance(told[1], Exception)
    with pytest.raises(type(told[1])):
        await ledger.write(twice)
    assert await ledger.write(fine)
