"""Somebody's words are taken out of the history, and it is proven as before; what else is done to it is named."""

from typing import Any

import pytest
from sqlalchemy import select, update

from domain.entities.history import HistoryEntry
from scheduler.jobs.proving import Proving
from storage import Database, SqlUnit
from storage.crypto import chain
from storage.crypto.blotting import NotAsWritten
from storage.mapping import history
from tests.storage.test_chain import doing, entry, found
from tests.storage.things import NOON, keep

PERSON = 0


@pytest.fixture
async def told(database: Database) -> Database:
    """Six sealed entries of a deal and one that is not sealed yet."""
    await database.run(lambda unit: unit.secrets.must_fit())
    await keep(database, *(entry("deal", 1, turn) for turn in range(5)))
    facts = {"payment": 1, "amount": "10.00 EUR", "name": "Анна", "reason": "Анна said so"}
    await keep(database, HistoryEntry("deal", 1, "told", NOON, "Анна", None, facts))
    await database.run(lambda unit: unit.secrets.seal_history())
    await keep(database, entry("deal", 1, 9))
    return database


async def as_an_earlier_program_wrote_it(database: Database) -> None:
    """Without digests, sealed as it was then."""

    def work(unit: SqlUnit) -> None:
        keys, connection, before = unit.secrets.keys, unit.session.connection(), ""
        for row in unit.session.execute(select(history).order_by(history.c.id)).all():
            proof: dict[str, Any] = {"salt": None, "digest": None, "mark": chain.mark_entry(row, keys, None)}
            change = update(history).where(history.c.id == row.id)
            connection.execute(change.values(proof))
            if row.place is not None:
                now = unit.session.execute(select(history).where(history.c.id == row.id)).one()
                before = keys.mark(chain.link(before, row.place, now, chain.in_clear(now)))
                connection.execute(change.values(seal=before))
        [file] = chain.hold_files(unit.session, [("deal", 1)]).values()
        file.last_seal = before
        chain.keep_files(unit.session, keys, [file])

    await database.run(work)


async def blotted(database: Database) -> int:
    def work(unit: SqlUnit) -> int:
        unit.secrets.prove_anew("deal", 1)
        return unit.secrets.blot(range(1, 8), {PERSON}, {"Анна"})

    return await database.run(work)


async def kept_words(database: Database) -> str:
    def look(unit: SqlUnit) -> str:
        return str(unit.session.execute(select(history)).all())

    return await database.read(look)


@pytest.mark.parametrize("old", [False, True])
async def test_the_words_go_and_the_chain_still_proves_the_rest(told: Database, *, old: bool) -> None:
    if old:
        await as_an_earlier_program_wrote_it(told)
        assert await found(told) == []
    assert await blotted(told) == 7
    assert await blotted(told) == 0, "twice is fine"
    words = await kept_words(told)
    assert "Анна" not in words
    assert "10.00 EUR" in words
    assert "Boris" in words, "who works here stays named"
    assert await found(told) == []
    await told.run(lambda unit: unit.secrets.seal_history())
    assert await found(told) == []


@pytest.mark.parametrize(
    "tampered",
    [
        "UPDATE history SET facts = '{}' WHERE id = 3",
        "UPDATE history SET actor = 'Ivan' WHERE id = 3",
        "UPDATE history SET what = 'paid' WHERE id = 3",
        "UPDATE history SET salt = 'blotted:' WHERE id = 3",
        "UPDATE history SET salt = NULL WHERE id = 3",
        "UPDATE history SET digest = NULL, salt = NULL WHERE id = 3",
        "UPDATE history SET salt = (SELECT salt FROM history WHERE id = 4) WHERE id = 3",
    ],
)
async def test_what_is_done_to_a_blotted_entry_is_named(told: Database, tampered: str) -> None:
    await blotted(told)
    await doing(told, tampered)
    assert await found(told) == ["deal 1, entry 3, the 3. of its file: changed since it was written"]


async def test_nobody_else_can_blot(told: Database) -> None:
    await doing(told, "UPDATE history SET salt = 'blotted:x', actor = '—', facts = '{}' WHERE id = 2")
    assert await found(told) == ["deal 1, entry 2, the 2. of its file: changed since it was written"]


async def test_a_file_that_was_tampered_with_is_left_for_somebody_to_look_at(told: Database) -> None:
    await as_an_earlier_program_wrote_it(told)
    await doing(told, "UPDATE history SET actor = 'Ivan' WHERE id = 3")
    with pytest.raises(NotAsWritten, match="entry 3"):
        await blotted(told)
    assert len(await found(told)) == 1


async def test_what_an_earlier_program_beside_this_one_sealed_is_as_it_was_written(told: Database) -> None:
    """It knows nothing of digests and seals our entries by their words."""

    def work(unit: SqlUnit) -> None:
        keys, before = unit.secrets.keys, ""
        for row in unit.session.execute(select(history).where(history.c.place.is_not(None))).all():
            before = keys.mark(chain.link(before, row.place, row, chain.in_clear(row)))
            unit.session.connection().execute(
                update(history).where(history.c.id == row.id).values(seal=before)
            )
        [file] = chain.hold_files(unit.session, [("deal", 1)]).values()
        file.last_seal = before
        chain.keep_files(unit.session, keys, [file])

    await told.run(work)
    assert await found(told) == []
    assert await blotted(told) == 7
    assert await found(told) == []


async def test_what_an_earlier_program_wrote_is_proven_anew_by_itself_once(told: Database) -> None:
    await as_an_earlier_program_wrote_it(told)
    proving = Proving()
    assert await proving.look(told) == 7
    assert await proving.look(told) == 0
    assert await found(told) == []

    await as_an_earlier_program_wrote_it(told)
    await doing(told, "UPDATE history SET actor = 'Ivan' WHERE id = 3")
    before = await kept_words(told)
    assert [await proving.look(told) for _ in range(3)] == [0, 0, 0]
    assert await kept_words(told) == before
