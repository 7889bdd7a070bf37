"""Timelines in the database: written beside the history, added to what an earlier release wrote, read from an index."""

from sqlalchemy import select, update

from domain.entities.history import HistoryEntry
from domain.entities.timeline import KINDS
from storage import Database, SqlUnit
from storage.kept.timelines import anything_untold, tell_some
from storage.mapping import history
from tests.storage.things import NOON, client, deal, keep


def entry(subject: str, number: int, what: str) -> HistoryEntry:
    return HistoryEntry(subject, number, what, NOON, "Boris", facts={"text": "rang"})


def beside(unit: SqlUnit) -> list[tuple[str | None, int | None]]:
    rows = select(history.c.told_as, history.c.client_id).order_by(history.c.id)
    return [tuple(row) for row in unit.session.execute(rows)]


async def five(database: Database) -> int:
    """A call, a payment, a change that is part of no timeline, and what is of nobody, or of a deal that is gone."""
    ivan = client("Ivan")
    sale = deal(ivan)
    await keep(database, client("Boris"), ivan, sale)
    await keep(
        database,
        entry("client", ivan.id, "call"),
        entry("deal", sale.id, "paid"),
        entry("deal", sale.id, "priced"),
        entry("trip", 1, "planned"),
        entry("deal", 9_999, "paid"),
    )
    return ivan.id


async def test_whose_it_is_stands_beside_it(database: Database) -> None:
    ivan = await five(database)
    assert await database.read(beside) == [
        ("call", ivan),
        ("payment", ivan),
        ("", None),
        ("", None),
        ("", None),
    ]
    assert not await database.read(anything_untold)


async def test_what_an_earlier_release_wrote_is_told_too(database: Database) -> None:
    ivan = await five(database)
    then = await database.read(beside)
    forgotten = update(history).values(told_as=None, client_id=None)
    await database.run(lambda unit: unit.session.connection().execute(forgotten).rowcount)
    assert await database.read(anything_untold)

    assert await database.run(tell_some) == 5

    assert await database.read(beside) == then
    assert not await database.read(anything_untold)
    assert await database.run(tell_some) == 0
    found = await database.read(
        lambda unit: unit.repositories.history.timeline(
            unit.repositories.clients.get(ivan), [*KINDS], None, None, 9
        )
    )
    assert [one.what for one in found] == ["paid", "call"]


async def test_calls_and_notes_that_an_earlier_release_told_as_messages_are_told_apart(
    database: Database,
) -> None:
    ivan = await five(database)
    await keep(database, entry("client", ivan, "question"), entry("client", ivan, "note"))
    then = await database.read(beside)
    lumped = update(history).where(history.c.told_as.in_(("call", "note"))).values(told_as="talk")
    await database.run(lambda unit: unit.session.connection().execute(lumped).rowcount)
    assert await database.read(anything_untold)

    assert await database.run(tell_some) == 2

    assert await database.read(beside) == then
    assert not await database.read(anything_untold)


async def test_files_that_became_one_have_one_timeline(database: Database) -> None:
    ivan = await five(database)
    other = client("Ivan P.")
    await keep(database, other)
    await keep(database, entry("client", other.id, "answer"))

    def joined(unit: SqlUnit) -> None:
        unit.repositories.clients.get(other.id).merged_into = ivan

    await database.run(joined)

    def read(unit: SqlUnit, newer: int | None) -> list[str]:
        file = unit.repositories.clients.get(other.id)
        return [one.what for one in unit.repositories.history.timeline(file, [*KINDS], None, newer, 9)]

    assert await database.read(lambda unit: read(unit, None)) == ["answer", "paid", "call"]
    assert await database.read(lambda unit: read(unit, 1)) == ["paid", "answer"]
