"""The inbox: nothing twice, nothing lost, and what cannot be handled is set aside."""

from storage import Database, SqlUnit
from storage.queues.inbox import Turn
from tests.storage.things import HOUR, NOON

UPDATES = [(11, 5, '{"a": "1"}'), (10, 6, '{"b": "\\u0000"}')]


async def test_the_same_update_is_stored_once(database: Database) -> None:
    assert await database.run(lambda unit: unit.inbox.store(UPDATES, NOON)) == [10, 11]
    again = [*UPDATES, (12, 5, "{}")]
    assert await database.run(lambda unit: unit.inbox.store(again, NOON)) == [12]
    assert await database.run(lambda unit: unit.inbox.store([], NOON)) == []
    assert await database.read(lambda unit: unit.inbox.waiting()) == [(10, 6), (11, 5), (12, 5)]


async def test_a_thousand_at_once(database: Database) -> None:
    many = [(number, number % 7, "{}") for number in range(3000)]
    assert len(await database.run(lambda unit: unit.inbox.store(many, NOON))) == 3000
    assert await database.run(lambda unit: unit.inbox.store(many, NOON)) == []


async def test_taken_until_done(database: Database) -> None:
    await database.run(lambda unit: unit.inbox.store(UPDATES, NOON))
    assert await database.read(lambda unit: unit.inbox.payload(11)) == '{"a": "1"}'
    assert await database.run(lambda unit: unit.inbox.take(11)) is Turn.MINE

    def handle(unit: SqlUnit) -> None:
        assert unit.inbox.take(11) is Turn.MINE
        unit.inbox.done(11)
        assert unit.inbox.take(11) is Turn.GONE

    await database.run(handle)
    assert await database.run(lambda unit: unit.inbox.take(11)) is Turn.GONE
    assert await database.run(lambda unit: unit.inbox.take(99)) is Turn.GONE
    assert await database.read(lambda unit: unit.inbox.waiting()) == [(10, 6)]
    assert await database.run(lambda unit: unit.inbox.store(UPDATES, NOON)) == []


async def test_set_aside_after_three_tries(database: Database) -> None:
    await database.run(lambda unit: unit.inbox.store(UPDATES, NOON))
    tries = [await database.run(lambda unit: unit.inbox.failed(10, "Traceback")) for _ in range(4)]
    assert tries == [False, False, True, False]
    assert await database.run(lambda unit: unit.inbox.take(10)) is Turn.GONE
    assert await database.run(lambda unit: unit.inbox.failed(11, "Traceback", quarantine_after=1))
    assert await database.read(lambda unit: unit.inbox.waiting()) == []


async def test_only_what_is_done_and_old_is_forgotten(database: Database) -> None:
    await database.run(lambda unit: unit.inbox.store(UPDATES, NOON))
    await database.run(lambda unit: unit.inbox.store([(12, 1, "{}"), (13, 1, "{}")], NOON + HOUR))
    await database.run(lambda unit: unit.inbox.done(11))
    await database.run(lambda unit: unit.inbox.done(12))
    assert await database.run(lambda unit: unit.inbox.purge(NOON + HOUR)) == 1
    assert await database.run(lambda unit: unit.inbox.store(UPDATES, NOON)) == [11]
