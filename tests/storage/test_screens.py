"""Screens: the newest in a chat, the draft of an open flow, and numbers that never come back."""

from datetime import datetime
from typing import Any

from storage import Database, StoredScreen
from tests.storage.things import DAY, HOUR, NOON, keep, person


async def test_screens_come_back_as_they_were_saved(database: Database) -> None:
    ana = person()
    await keep(database, ana)
    opened = screen(ana.id)
    await database.run(lambda unit: unit.screens.save(opened))
    assert opened.id
    opened.message_id, opened.revision, opened.state = 2**40, 2, {"answers": ["да", None, 1.5]}
    await database.run(lambda unit: unit.screens.save(opened))
    assert await database.read(lambda unit: unit.screens.get(opened.id)) == opened
    assert await database.read(lambda unit: unit.screens.get(opened.id + 1)) is None


async def test_the_newest_and_the_open_flow(database: Database) -> None:
    ana, boris = person(), person()
    await keep(database, ana, boris)
    flow, newest = screen(ana.id, NOON, state={}), screen(ana.id, NOON + HOUR)
    others = screen(boris.id, NOON + DAY, state={}), screen(ana.id, NOON + DAY, chat_id=9, state={})
    for each in (newest, flow, *others):
        await database.run(lambda unit: unit.screens.save(each))  # noqa: B023
    assert await database.read(lambda unit: unit.screens.current(ana.id, 7)) == newest
    assert await database.read(lambda unit: unit.screens.open_flow(ana.id, 7)) == flow
    assert await database.read(lambda unit: unit.screens.open_flow(boris.id, 9)) is None
    assert await database.read(lambda unit: unit.screens.current(boris.id, 9)) is None


async def test_a_number_never_comes_back(database: Database) -> None:
    ana = person()
    await keep(database, ana)
    old, new = screen(ana.id), screen(ana.id)
    await database.run(lambda unit: unit.screens.save(old))
    assert await database.run(lambda unit: unit.screens.purge(NOON)) == 0
    assert await database.run(lambda unit: unit.screens.purge(NOON + HOUR)) == 1
    await database.run(lambda unit: unit.screens.save(new))
    assert new.id > old.id


def screen(person_id: int, updated_at: datetime = NOON, chat_id: int = 7, **more: Any) -> StoredScreen:
    facts: dict[str, Any] = {"view": {"text": "Привет"}, "actions": [["go", 1]], "state": None} | more
    return StoredScreen(person_id, chat_id, None, 1, opened_at=NOON, updated_at=updated_at, **facts)
