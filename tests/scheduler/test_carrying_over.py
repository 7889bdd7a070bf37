"""Beside this program the one of the previous release goes on: it writes documents without a stored file."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from domain.entities.documents import DOCUMENT_FILE, Document, DocumentKind, DocumentState
from domain.entities.files import FileState
from domain.ports.repositories import Repositories
from scheduler.jobs.carrying_over import BETWEEN
from storage import SqlUnit
from storage.carrying_over import AT_ONCE, carry_over, differing
from storage.mapping import documents, stored_files
from storage.mapping.file_columns import COPIED
from tests.people import Person
from tests.scheduler.post import reader
from tests.scheduler.test_fetching import JPEG, document, lost, sent
from tests.storage.things import client, deal, traveller
from tests.things import a_file
from tests.world import NOON, World


async def as_before(world: World, person: Person, **facts: Any) -> int:
    """A document as the previous release writes it."""
    number = await sent(world, person, JPEG)
    await world.database.run(lambda unit: _forget(unit, number, **facts))
    return number


def _forget(unit: SqlUnit, number: int, **facts: Any) -> None:
    row = documents.c.id == number
    file = unit.session.scalars(select(documents.c.stored_file_id).where(row)).one()
    unit.session.execute(update(documents).where(row).values(stored_file_id=None, **facts))
    unit.session.execute(delete(stored_files).where(stored_files.c.id == file))


async def columns(world: World, number: int) -> dict[str, Any]:
    """What stands in the document's own columns for its file."""
    wanted = select(*(documents.c[name] for name in COPIED)).where(documents.c.id == number)
    return await world.database.read(lambda unit: dict(unit.session.execute(wanted).mappings().one()))


async def test_what_this_program_writes_the_previous_one_can_read(world: World) -> None:
    number = await sent(world, await reader(world), JPEG)

    async def same() -> bool:
        file = (await document(world, number)).file
        told = {column: getattr(file, name) for column, name in COPIED.items()}
        return await columns(world, number) == told

    assert await same()
    assert (await columns(world, number))["content_hash"] is None
    await world.settle()
    assert (await columns(world, number))["content_hash"] is not None
    assert await same()


async def test_what_the_previous_one_wrote_is_read_at_once_and_fetched_soon(world: World) -> None:
    number = await as_before(world, await reader(world))
    seen = await document(world, number)
    assert (seen.file.name, seen.file.id, seen.file.is_wanted) == ("passport.jpg", 0, True)
    assert seen.deal.documents[0].file.source == seen.file.source

    await world.settle()
    kept = (await document(world, number)).file
    assert kept.id > 0
    assert await world.files.get(kept.content_hash or "") == JPEG
    assert (kept.source, kept.source_key, kept.purpose) == (
        seen.file.source,
        seen.file.source_key,
        DOCUMENT_FILE,
    )
    assert await world.scheduler.tick() == 0


@pytest.mark.parametrize(
    "reads",
    [
        lambda papers, _number: papers.deals.get(1).documents[0],
        lambda papers, _number: papers.deals.locked(1).documents[0],
        lambda papers, number: (papers.documents.get(number), papers.deals.locked(1))[0],
        lambda papers, number: papers.documents.get(number),
        lambda papers, _number: papers.documents.unassigned(papers.deals.get(1))[0],
    ],
)
async def test_it_is_read_whichever_way_one_comes_to_it(
    world: World, reads: Callable[[Repositories, int], Document]
) -> None:
    number = await as_before(world, await reader(world), traveller_id=None)
    name = await world.database.run(lambda unit: reads(unit.repositories, number).file.name)
    assert name == "passport.jpg"


async def test_it_can_be_decided_about_before_it_is_carried_over(world: World) -> None:
    number = await as_before(world, await reader(world))

    def reject(unit: SqlUnit) -> None:
        found = unit.repositories.deals.locked(1).documents[0]
        found.reject("blurred", None, NOON)

    await world.database.run(reject)
    seen = await document(world, number)
    assert (seen.state, seen.file.id, seen.file.name) == (DocumentState.REJECTED, 0, "passport.jpg")


async def test_what_was_refused_or_rejected_is_not_fetched_again(world: World) -> None:
    anna = await reader(world)
    gone = await as_before(world, anna, state=DocumentState.REJECTED, reason="content_gone")
    blurred = await as_before(world, anna, state=DocumentState.REJECTED, reason="blurred")
    here = await as_before(world, anna, state=DocumentState.REJECTED, content_hash="ab" * 32)
    await world.settle()
    files = [(await document(world, number)).file for number in (gone, blurred, here)]
    assert [(file.state, file.refused) for file in files] == [
        (FileState.REFUSED, "content_gone"),
        (FileState.REFUSED, "rejected"),
        (FileState.STORED, None),
    ]


async def test_it_is_done_in_portions_and_once(world: World) -> None:
    def add(unit: SqlUnit) -> None:
        sale = deal(client())
        sale.travellers.append(traveller())
        for number in range(AT_ONCE + 1):
            sale.documents.append(Document(sale, DocumentKind.OTHER, a_file(NOON, f"{number}")))
        unit.repositories.deals.add(sale)
        unit.repositories.flush()
        for one in sale.documents:
            _forget(unit, one.id)

    await world.database.run(add)
    assert [await world.database.run(carry_over) for _time in range(3)] == [AT_ONCE, 1, 0]
    files = await world.database.read(lambda unit: unit.repositories.deals.get(1).documents)
    assert [one.file.source for one in files] == [f"{number}" for number in range(AT_ONCE + 1)]


async def test_what_the_previous_one_fetched_or_sealed_anew_is_the_newer_word(world: World) -> None:
    anna = await reader(world)
    sealed, fetched = await sent(world, anna, JPEG), await lost(world, anna)
    await world.settle()
    before = (await document(world, sealed)).file.content_hash
    new = "cd" * 32

    def seal(unit: SqlUnit) -> None:
        for number in (sealed, fetched):
            changed = update(documents).where(documents.c.id == number)
            unit.session.execute(changed.values(content_hash=new, mime="image/png"))

    await world.database.run(seal)
    assert (await document(world, sealed)).file.content_hash == before
    assert len((await world.database.read(lambda unit: differing(unit, 0)))[1]) == 2
    await world.turn(BETWEEN + timedelta(seconds=1))
    for number in (sealed, fetched):
        file = (await document(world, number)).file
        assert (file.content_hash, file.mime, file.state) == (new, "image/png", FileState.STORED)
    assert (await world.database.read(lambda unit: differing(unit, 0)))[1] == {}
