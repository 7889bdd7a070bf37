"""Files clients sent: fetched whole, checked by their first bytes, or refused with a reason in the client's language."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import text

from domain.entities.documents import DOCUMENT_FILE, Document, DocumentKind, DocumentState
from domain.entities.files import PURPOSES, SentFile, file_purpose
from domain.usecases.files.fetched import OUTCOMES, file_arrived, on_fetched
from scheduler.jobs import fetching
from scheduler.jobs.fetching import GONE_AFTER
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.scheduler.post import reader
from tests.scheduler.test_postman import another_scheduler
from tests.world import World

JPEG = b"\xff\xd8\xff\xe0" + b"a passport" * 50
PDF = b"%PDF-1.7 a scan"
EXE = b"MZ\x90\x00 this program cannot be run in DOS mode"


async def sent(
    world: World, person: Person, content: bytes, name: str = "passport.jpg", size: int = 0
) -> int:
    """A file in the chat, and the document made of it; its number."""
    deal = await a_deal(world, client=person, step="documents.sent", travellers=[person.name])
    file = world.sandbox.world.files.keep("document", name, "image/jpeg", None if size else content, size)

    def work(unit: SqlUnit) -> int:
        found = unit.repositories.deals.get(deal)
        told = SentFile(file.id, file.unique_id, name, "image/jpeg", file.size, is_photo=False)
        wanted = told.wanted(DOCUMENT_FILE, world.desk(unit).now)
        document = Document(found, DocumentKind.PASSPORT, wanted, found.travellers[0])
        found.documents.append(document)
        unit.repositories.flush()
        return document.id

    return await world.database.run(work)


async def lost(world: World, person: Person) -> int:
    """A paper whose file Telegram does not know, or not any more; its number."""
    number = await sent(world, person, JPEG)

    def forget(unit: SqlUnit) -> None:
        unit.repositories.documents.get(number).file.source = "BQACnothing"

    await world.database.run(forget)
    return number


async def document(world: World, number: int) -> Document:
    return await world.database.read(lambda unit: unit.repositories.documents.get(number))


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (JPEG, "image/jpeg"),
        (PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\n and so on", "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heic"),
    ],
)
async def test_it_is_ours_now_and_known_for_what_it_is(world: World, content: bytes, mime: str) -> None:
    anna = await reader(world)
    number = await sent(world, anna, content)
    await world.settle()
    kept = await document(world, number)
    assert (kept.state, kept.file.mime) == (DocumentState.SENT, mime)
    assert kept.file.content_hash is not None
    assert await world.files.get(kept.file.content_hash) == content


@pytest.mark.parametrize("content", [EXE, b"<svg/>", b"PK\x03\x04", b"GIF89a"])
async def test_a_program_named_jpg_is_refused_and_anna_is_told(world: World, content: bytes) -> None:
    anna = await reader(world)
    number = await sent(world, anna, content)
    await world.settle()
    kept = await document(world, number)
    assert (kept.state, kept.file.content_hash, kept.checked_by) == (DocumentState.REJECTED, None, None)
    await anna.looks()
    anna.hears("Anna's passport photo: it is not a photo or a PDF.", "Please send a new one.")
    anna.sees("📷 Send again")
    entries = await world.database.read(lambda unit: unit.repositories.history.of("deal", 1))
    assert (entries[0].what, entries[0].actor) == ("document_rejected", "")
    assert await world.scheduler.tick() == 0


async def test_a_file_too_big_for_telegram_is_told(world: World) -> None:
    anna = await reader(world)
    number = await sent(world, anna, b"", size=21 * 1024 * 1024)
    await world.settle()
    assert (await document(world, number)).reason == "content_too_big"
    await anna.looks()
    anna.hears("it is too big: 20 MB at most")


async def test_a_file_that_is_gone_is_believed_only_after_a_while(world: World) -> None:
    anna = await reader(world)
    number = await lost(world, anna)
    for _try in range(3):
        await world.turn(timedelta(minutes=1))
        assert (await document(world, number)).state is DocumentState.SENT
    await world.turn(timedelta(minutes=1))
    assert (await document(world, number)).reason == "content_gone"
    await anna.looks()
    anna.hears("it can no longer be opened.")


@pytest.mark.parametrize("fault", [{"kind": "drop_before"}, {"kind": "error", "code": 500}])
async def test_a_broken_line_is_tried_again(world: World, fault: dict[str, object]) -> None:
    anna = await reader(world)
    number = await sent(world, anna, JPEG)
    await world.post("/sim/faults", {"method": "getFile", **fault})
    await world.settle()
    assert (await document(world, number)).file.content_hash is None
    await world.turn(timedelta(minutes=1))
    assert (await document(world, number)).file.content_hash is not None


async def test_a_second_hash_changes_nothing(world: World) -> None:
    anna = await reader(world)
    number = await sent(world, anna, JPEG)
    await world.settle()
    before = (await document(world, number)).file.content_hash

    def again(unit: SqlUnit) -> None:
        file = unit.repositories.documents.get(number).file
        file_arrived(world.desk(unit), file.id, "0" * 64, "image/png", b"")

    await world.database.run(again)
    assert (await document(world, number)).file.content_hash == before


@asynccontextmanager
async def hanging_telegram() -> AsyncIterator[tuple[str, asyncio.Event, asyncio.Event]]:
    """It fails at everything, and at files when it is let go; its address, whether it was asked for one, and that."""
    asked, go = asyncio.Event(), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        if request.path.endswith("/getFile"):
            asked.set()
            await go.wait()
        return web.json_response({"ok": False, "error_code": 500, "description": "hung"}, status=500)

    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", answer)
    async with TestServer(app) as server:
        yield f"http://127.0.0.1:{server.port}", asked, go


async def test_a_file_that_hangs_holds_up_no_departure(world: World) -> None:
    trip = await a_trip(world)
    await sent(world, await reader(world), JPEG)

    async def told() -> bool:
        return await world.database.read(lambda unit: unit.repositories.trips.get(trip).told_at is not None)

    async with hanging_telegram() as (address, asked, go):
        beside = another_scheduler(world, address)
        await beside.open()
        beside.start(every=0.02)
        try:
            async with asyncio.timeout(10):
                await asked.wait()
                world.sandbox.clock.set(datetime.fromisoformat("2027-10-28T12:00:00+03:00"))
                while not await told():
                    await asyncio.sleep(0.01)
        finally:
            go.set()
            await beside.close()


async def test_files_that_fail_hide_no_newer_one(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "AT_ONCE", 2)
    anna, maria = await reader(world), await reader(world, "Maria")
    for _paper in range(2):
        await lost(world, anna)
    newer = await sent(world, maria, JPEG)
    await world.settle()
    assert (await document(world, newer)).file.content_hash is not None


async def test_what_failed_waits_behind_what_is_new_and_a_look_ends(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if each file took as long as a look may."""
    monkeypatch.setattr(fetching, "LOOK", 0)
    anna, maria = await reader(world), await reader(world, "Maria")
    older = await lost(world, anna)
    await world.settle()
    world.sandbox.clock.set(world.sandbox.clock.now() + timedelta(minutes=1))
    newer, newest = await sent(world, maria, JPEG), await sent(world, maria, PDF)

    await world.scheduler.tick()
    assert (await document(world, newer)).file.content_hash is not None
    assert (await document(world, newest)).file.content_hash is None
    for _failure in range(GONE_AFTER):
        await world.turn(timedelta(minutes=1))
    assert (await document(world, newest)).file.content_hash is not None
    assert (await document(world, older)).reason == "content_gone"


@pytest.fixture
def heard() -> Iterator[list[object]]:
    """What becomes of files of a purpose that only this test knows, whose owner is a deal's title."""
    told: list[object] = []
    note = file_purpose(
        "note",
        noun="deal",
        accepts={"text/plain": "txt"},
        largest=20,
        tells=lambda content: "text/plain" if content.isascii() else None,
    )
    on_fetched(
        note,
        owner=lambda desk, file: desk.repositories.deals.get(1) if file.source_key != "nobody's" else None,
        arrived=lambda _desk, deal: told.append(deal.title),
        refused=lambda _desk, deal, reason: told.append((deal.title, reason)),
    )
    yield told
    del OUTCOMES[note], PURPOSES[note]


async def test_the_same_fetcher_brings_files_of_every_purpose(world: World, heard: list[object]) -> None:
    number = await sent(world, await reader(world), JPEG)

    async def note(content: bytes, key: str = "key") -> int:
        kept = world.sandbox.world.files.keep("document", "note.txt", "text/plain", content, len(content))

        def work(unit: SqlUnit) -> int:
            told = SentFile(kept.id, key, "note.txt", "text/plain", kept.size, is_photo=False)
            file = told.wanted(PURPOSES["note"], world.desk(unit).now)
            unit.session.add(file)
            unit.repositories.flush()
            return file.id

        return await world.database.run(work)

    short, _long, forsaken = await note(b"hello"), await note(b"x" * 21), await note(b"hey", "nobody's")
    await note(JPEG[:20])
    await world.settle()
    title = (await document(world, number)).deal.title
    assert heard == [title, (title, "content_too_big"), (title, "content_not_a_paper")]
    assert (await document(world, number)).file.content_hash is not None

    def hashes(unit: SqlUnit) -> list[str | None]:
        return [unit.repositories.files.get(one).content_hash for one in (short, forsaken)]

    contents = [await world.files.get(name or "") for name in await world.database.read(hashes)]
    assert contents == [b"hello", b"hey"]


@pytest.mark.usefixtures("heard")
async def test_what_only_a_later_program_fetches_is_left_to_it(world: World) -> None:
    kept = world.sandbox.world.files.keep("document", "note.txt", "text/plain", b"hello", 5)

    def wanted(unit: SqlUnit) -> int:
        told = SentFile(kept.id, "nobody's", "note.txt", "text/plain", kept.size, is_photo=False)
        file = told.wanted(PURPOSES["note"], world.desk(unit).now)
        unit.session.add(file)
        unit.repositories.flush()
        return file.id

    def of_purpose(unit: SqlUnit, purpose: str) -> None:
        unit.session.execute(text("UPDATE stored_files SET purpose = :purpose"), {"purpose": purpose})

    async def is_wanted() -> bool:
        return await world.database.read(lambda unit: unit.repositories.files.get(number).is_wanted)

    number = await world.database.run(wanted)
    await world.database.run(lambda unit: of_purpose(unit, "from_tomorrow"))
    await world.settle()
    await world.database.run(lambda unit: of_purpose(unit, "note"))
    assert await is_wanted()
    await world.settle()
    assert not await is_wanted()
