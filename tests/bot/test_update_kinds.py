"""Which kinds of updates Telegram is asked for: those of every conversation, and those somebody registered for."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select

from bot import program
from bot.conversation.routes import Routes
from bot.registry import all_routes
from storage import Database, SqlUnit
from storage.mapping import inbox
from tests.bot import market
from tests.world import World

ALWAYS = ["message", "edited_message", "callback_query", "my_chat_member", "inline_query"]
HEARD = [*ALWAYS, "chosen_inline_result", "poll", "poll_answer"]
ANNA = {"id": 501, "is_bot": False, "first_name": "Anna"}


def with_market() -> Routes:
    routes = all_routes()
    routes.include(market.routes)
    return routes


@pytest.fixture
async def world(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.setattr(program, "all_routes", with_market)
    market.heard.clear()
    world = World(database)
    await world.open()
    yield world
    await world.close()


def test_the_kinds_are_those_that_are_registered() -> None:
    assert Routes().update_kinds == ALWAYS
    assert with_market().update_kinds == HEARD


async def test_telegram_is_asked_for_them(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    assert set(world.sandbox.world.updates.allowed) == set(HEARD)


async def test_who_registered_takes_them_and_nobody_the_others(world: World) -> None:
    answer: dict[str, Any] = {"result_id": "7", "from": ANNA, "query": "Ohrid"}
    unknown = {"chat": {"id": 502, "type": "private"}, "from": ANNA | {"id": 502}, "date": 1, "boost": 3}
    paying = {
        "id": "1",
        "from": ANNA | {"id": 503},
        "currency": "EUR",
        "total_amount": 1,
        "invoice_payload": "",
    }
    await world.bot.inbox.store(
        [
            {"update_id": 900_000_001, "chosen_inline_result": answer},
            {"update_id": 900_000_002, "pre_checkout_query": paying},
            {"update_id": 900_000_003, "of_tomorrow": unknown},
        ]
    )
    await world.settle()

    assert market.heard == [("Anna", "Ohrid")]
    people = await world.database.read(
        lambda unit: [unit.repositories.people.by_telegram_id(number) for number in (501, 502, 503)]
    )
    assert [person is not None for person in people] == [True, False, False]

    def states(unit: SqlUnit) -> list[str]:
        numbers = inbox.c.update_id > 900_000_000
        return [state for [state] in unit.session.execute(select(inbox.c.state).where(numbers))]

    assert await world.database.read(states) == ["done"] * 3, "none of them is set aside as a failure"
