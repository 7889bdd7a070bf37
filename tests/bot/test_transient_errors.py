"""During a transient failure nothing is half done and nothing lost: Telegram is asked to come again, queues wait."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web
from sqlalchemy import text

from bot.transport.inbox import inbox as module
from bot.transport.inbox.inbox import Inbox, NotYet
from bot.transport.receiving.webhook import webhook
from storage import Database, SqlUnit
from storage.queues.inbox import Turn
from tests.bot.test_inbox import ANNA, QUICKLY, said
from tests.world import NOON

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": "secret"}
MUCH = "x" * 100_000


class BotProfile:
    """Takes each update by writing much, once."""

    def __init__(self, database: Database) -> None:
        self.inbox = Inbox(database, self.take, lambda: NOON, waits=QUICKLY)
        self.taken: list[int] = []
        self._database = database

    async def take(self, number: int, _payload: str | None) -> None:
        def work(unit: SqlUnit) -> None:
            if unit.inbox.take(number) is Turn.LATER:
                raise NotYet
            unit.inbox.store([(1_000_000 + number, ANNA + 1, MUCH)], NOON, flooded={1_000_000 + number})
            unit.inbox.done(number)

        await self._database.run(work)
        self.taken.append(number)


@asynccontextmanager
async def listening(inbox: Inbox) -> AsyncIterator[str]:
    runner = web.AppRunner(webhook(inbox, "/hook", "secret"))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield "http://127.0.0.1:{1}/hook".format(*runner.addresses[0])
    await runner.cleanup()


async def test_who_brings_more_than_can_be_held_is_asked_to_come_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = BotProfile(database)
    async with listening(house.inbox) as url, ClientSession(headers=HEADERS) as http:
        monkeypatch.setattr(module, "MOST", 0)
        async with http.post(url, json=said(1, ANNA)) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
        monkeypatch.undo()
        async with http.post(url, json=said(1, ANNA)) as answer:
            assert answer.status == 200
    await house.inbox.rest()
    assert house.taken == [1]


async def test_a_full_disk_is_waited_out(database: Database, database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("only here the disk is ours to fill")
    house = BotProfile(database)
    await house.inbox.store([said(1, ANNA)])
    await house.inbox.rest()
    await full(database)
    await house.inbox.store([said(2, ANNA), said(3, ANNA)])
    await house.inbox.rest()
    assert house.taken == [1]
    assert await database.read(lambda unit: unit.inbox.waiting()) == [(2, ANNA), (3, ANNA)]
    assert await database.read(lambda unit: unit.inbox.quarantined()) == 0, "it was not their fault"

    async with listening(house.inbox) as url, ClientSession(headers=HEADERS) as http:
        much = said(4, ANNA)
        much["message"]["text"] = MUCH
        async with http.post(url, json=much) as answer:
            assert answer.status == 503
        await full(database, most=1_000_000)
        async with http.post(url, json=much) as answer:
            assert answer.status == 200
    for _ in range(2):
        await house.inbox.sweep()
    await house.inbox.rest()
    assert house.taken == [1, 2, 3, 4]
    checked = await database.read(lambda unit: unit.session.scalar(text("PRAGMA integrity_check")))
    assert checked == "ok"


async def full(database: Database, most: int = 1) -> None:
    """No page more than there are, for the one who writes; free ones would be used up first."""

    def work(unit: SqlUnit) -> None:
        unit.session.execute(text(f"PRAGMA max_page_count = {most}"))

    await database.run(work)
