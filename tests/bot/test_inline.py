"""Inline queries pass by the inbox: nothing is stored, the newest of a person is answered, and nobody is kept waiting."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerInlineQuery
from sqlalchemy import Table, func, select

from bot.conversation.dispatching.inline import SIZE
from bot.conversation.events import Event
from bot.conversation.inline import InlineAnswer
from bot.program import telegram
from bot.transport.inbox.user_queues import Limits
from bot.transport.inline import queries
from bot.transport.inline.queries import InlineQueries
from domain.entities.people import Role
from domain.values.language import Language
from locales import Voice
from storage import Database, SqlUnit
from storage.mapping import inbox, persons
from tests.stories.test_finding import a_client
from tests.world import World

QUICK = Limits(burst=1000, per_second=1000.0)
ENGLISH = Voice(Language.ENGLISH, UTC, None)


def typed(number: int, words: Any, person: Any = 7, **more: Any) -> dict[str, Any]:
    who = {"id": person, "is_bot": False, "first_name": "Boris"}
    return {
        "update_id": number,
        "inline_query": {"id": str(number), "from": who, "query": words, "offset": "", **more},
    }


class Line:
    """What was asked of the trade, and what Telegram was told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str | None, int]] = []
        self.told: list[dict[str, Any]] = []
        self.fails: list[Exception] = []
        self.refuses: list[Exception] = []
        self.open = asyncio.Event()
        self.open.set()

    def answer(self, _unit: SqlUnit, event: Event, page: int) -> InlineAnswer:
        self.asked.append((event.text, page))
        if self.fails:
            raise self.fails.pop()
        return InlineAnswer(ENGLISH)

    async def tell(self, _bot: Bot, method: str, **values: Any) -> bool:
        assert method == "answerInlineQuery"
        await self.open.wait()
        if self.refuses:
            raise self.refuses.pop()
        self.told.append(values)
        return True


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
async def inline(
    database: Database, line: Line, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[InlineQueries]:
    bot = telegram("1:x", "http://127.0.0.1:9")
    monkeypatch.setattr(bot.session, "tell", line.tell)
    inline = InlineQueries(bot, database, line.answer, QUICK)
    yield inline
    await inline.close()
    await bot.session.close()


async def test_an_answer_is_never_kept(inline: InlineQueries, line: Line) -> None:
    inline.take(typed(1, " Ohrid\u200b  29.10 ", offset="3"))
    await inline.rest()
    assert line.asked == [("Ohrid 29.10", 3)]
    [told] = line.told
    assert (told["inline_query_id"], told["is_personal"], told["cache_time"]) == ("1", True, 0)
    assert (told["results"], told["next_offset"], told["button"]) == ([], "", None)


async def test_of_what_one_types_on_only_the_last_is_answered(inline: InlineQueries, line: Line) -> None:
    line.open.clear()
    inline.take(typed(1, "o"))
    while not line.asked:
        await asyncio.sleep(0)
    for number, words in enumerate(("oh", "ohr", "ohri"), 2):
        inline.take(typed(number, words))
    inline.take(typed(9, "rome", person=8))
    line.open.set()
    await inline.rest()
    assert sorted(words or "" for words, _page in line.asked) == ["o", "ohri", "rome"]


async def test_crowds_are_not_answered(inline: InlineQueries, line: Line) -> None:
    line.open.clear()
    for person in range(1, queries.PEOPLE_AT_ONCE + 50):
        inline.take(typed(person, "ohrid", person=person))
    line.open.set()
    await inline.rest()
    assert len(line.told) == queries.PEOPLE_AT_ONCE


async def test_one_who_types_too_fast_waits(database: Database, line: Line, inline: InlineQueries) -> None:
    slow = InlineQueries(inline._bot, database, line.answer, Limits(burst=1, per_second=0.001))
    slow.take(typed(1, "o"))
    while not line.told:
        await asyncio.sleep(0)
    slow.take(typed(2, "oh"))
    slow.take(typed(3, "ohrid", person=8))
    while len(line.told) < 2:
        await asyncio.sleep(0)
    assert [told["inline_query_id"] for told in line.told] == ["1", "3"]
    await slow.close()


async def test_what_fails_is_asked_again_with_the_next_letter(inline: InlineQueries, line: Line) -> None:
    line.fails.append(ValueError("broken"))
    inline.take(typed(1, "oh"))
    await inline.rest()
    line.refuses.append(
        TelegramBadRequest(AnswerInlineQuery(inline_query_id="2", results=[]), "query is too old")
    )
    inline.take(typed(2, "ohr"))
    await inline.rest()
    inline.take(typed(3, "ohri"))
    await inline.rest()
    assert [told["inline_query_id"] for told in line.told] == ["3"]


@pytest.mark.parametrize(
    "update",
    [
        typed(1, "x", person=None),
        typed(1, "x", person=2**70),
        typed(1, None),
        typed(1, "x" * 9000, offset="²"),
        {"update_id": 1, "inline_query": {"id": "1"}},
        {"update_id": "one", "inline_query": typed(1, "x")["inline_query"]},
    ],
)
async def test_whatever_comes_does_no_harm(inline: InlineQueries, line: Line, update: dict[str, Any]) -> None:
    inline.take(update)
    await inline.rest()
    assert all(len(words or "") <= queries.LONGEST and not page for words, page in line.asked)
    inline.take(typed(2, "ohrid"))
    await inline.rest()
    assert line.told[-1]["inline_query_id"] == "2"


async def test_nothing_is_stored_and_nobody_written_down(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    eve = await world.person("Eve")
    before = await _rows(world, inbox), await _rows(world, persons)
    for words in ("", "oh", "ohrid"):
        await boris.types(words)
        await eve.types(words)
    assert (await _rows(world, inbox), await _rows(world, persons)) == before
    await eve.says("/start")
    assert (await _rows(world, inbox), await _rows(world, persons)) == (before[0] + 1, before[1] + 1)


async def test_pages_follow_each_other(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    for number in range(SIZE + 3):
        await a_client(world, f"Maria {number:02}", None)
    first = await boris.types("maria")
    assert (len(first["results"]), first["next_offset"]) == (SIZE, "1")
    second = await boris.types("maria", offset=first["next_offset"])
    assert ([one["title"] for one in second["results"]], second["next_offset"]) == (
        ["👤 Maria 12", "👤 Maria 13", "👤 Maria 14"],
        "",
    )


async def _rows(world: World, table: Table) -> int:
    counted = select(func.count()).select_from(table)
    return await world.database.read(lambda unit: unit.session.scalar(counted) or 0)
