"""Group commit: one transaction for everything that waits, and an item that fails spoils no other."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from ops.batch_writer import BatchWriter
from storage import Database, SqlUnit
from tests.storage.things import person


class Table:
    """Takes a batch whole or not at all, and doubles each number; 13 spoils the batch it is in."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    async def write_all(self, numbers: list[int]) -> list[int]:
        self.batches.append(numbers)
        await asyncio.sleep(0)
        if 13 in numbers:
            raise ValueError(13)
        return [2 * number for number in numbers]


@pytest.fixture
def table() -> Table:
    return Table()


def writer(table: Table, *, splits: bool = True) -> BatchWriter[int, int]:
    return BatchWriter(table.write_all, split_after=lambda _error: splits)


async def test_nothing_waits_for_company_and_what_comes_meanwhile_goes_together(table: Table) -> None:
    under_test = writer(table)
    results = [asyncio.create_task(under_test.write(1))]
    while not table.batches:
        await asyncio.sleep(0)
    results += [asyncio.create_task(under_test.write(number)) for number in (2, 3, 4)]

    assert await asyncio.gather(*results) == [2, 4, 6, 8]
    assert table.batches == [[1], [2, 3, 4]]


async def test_a_writer_that_has_come_to_rest_writes_again(table: Table) -> None:
    under_test = writer(table)

    assert [await under_test.write(number) for number in (1, 2)] == [2, 4]
    assert table.batches == [[1], [2]]


async def test_only_the_item_at_fault_fails(table: Table) -> None:
    under_test = writer(table)

    results = await asyncio.gather(*map(under_test.write, (1, 13, 2)), return_exceptions=True)

    assert [results[0], results[2]] == [2, 4]
    assert isinstance(results[1], ValueError)
    assert table.batches == [[1, 13, 2], [1], [13], [2]]


async def test_what_is_nobodys_fault_is_not_tried_item_by_item(table: Table) -> None:
    under_test = writer(table, splits=False)

    results = await asyncio.gather(*map(under_test.write, (1, 13, 2)), return_exceptions=True)

    assert all(isinstance(result, ValueError) for result in results)
    assert table.batches == [[1, 13, 2]]
    assert await under_test.write(3) == 6


async def test_who_has_gone_meanwhile_keeps_nobody_from_their_result(table: Table) -> None:
    under_test = writer(table)
    gone, stays = (asyncio.create_task(under_test.write(number)) for number in (1, 2))
    while not table.batches:
        await asyncio.sleep(0)
    gone.cancel()

    async with asyncio.timeout(10):
        assert await stays == 4
    assert gone.cancelled()


async def test_a_failed_entry_of_a_transaction_leaves_nothing_and_the_others_stay(database: Database) -> None:
    people = {name: person(name) for name in ("Anna", "spoils", "Boris")}

    async def commit(entries: list[Callable[[SqlUnit], str]]) -> list[str]:
        return await database.run(lambda unit: [entry(unit) for entry in entries])

    def adds(name: str) -> Callable[[SqlUnit], str]:
        def entry(unit: SqlUnit) -> str:
            unit.repositories.people.add(replace(people[name]))
            unit.repositories.flush()
            if name == "spoils":
                raise ValueError(name)
            return name

        return entry

    under_test = BatchWriter(commit, split_after=lambda _error: True)
    results = await asyncio.gather(*(under_test.write(adds(name)) for name in people), return_exceptions=True)

    assert [results[0], results[2]] == ["Anna", "Boris"]
    assert isinstance(results[1], ValueError)
    kept = await database.read(
        lambda unit: [
            name
            for name, one in people.items()
            if unit.repositories.people.by_telegram_id(one.telegram_id) is not None
        ]
    )
    assert kept == ["Anna", "Boris"]
