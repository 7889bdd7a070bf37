"""The webhook's watch: deleted, moved or given another secret under us, it is set again by one of many processes."""

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.program import BotProgram, telegram
from domain.ports.agency import CurrentAgency
from ops import counters
from storage import Database
from tests.world import AGENCY, World

SECRET = "Only_Telegram-knows"


@pytest.fixture
async def listening(world: World, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """An agency whose updates are brought."""
    monkeypatch.setattr(counters, "events", Counter())
    monkeypatch.setattr(counters, "figures", {})
    await world.bot.close()
    world.bot, stop = await listener(world)
    yield world
    await stop()


async def listener(world: World) -> Any:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    bot = BotProgram(
        telegram(world.sandbox.token, world.sandbox.api_url),
        world.database,
        CurrentAgency(AGENCY),
        world.sandbox.clock.now,
        iter(f"process-{port}-{number}" for number in range(1000)).__next__,
    )
    await bot.open()
    stop = await bot.listen(f"http://127.0.0.1:{port}/hook", SECRET, "127.0.0.1", port)
    return bot, stop


async def call(world: World, method: str, **values: Any) -> Any:
    """As somebody else who has the token."""
    async with (
        ClientSession() as http,
        http.post(f"{world.sandbox.api_url}/bot{world.sandbox.token}/{method}", json=values) as answer,
    ):
        return (await answer.json())["result"]


async def test_a_webhook_that_is_well_is_left_alone(listening: World) -> None:
    await listening.bot.webhook_watch.look()

    assert counters.events == {}
    assert counters.figures == {"webhook_pending_updates": 0}


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("deleteWebhook", {}),
        ("setWebhook", {"url": "http://127.0.0.1:9/elsewhere", "secret_token": SECRET}),
        ("setWebhook", {"allowed_updates": ["poll"]}),
    ],
)
async def test_what_somebody_changed_is_set_again(
    listening: World, method: str, values: dict[str, Any]
) -> None:
    ours = (await call(listening, "getWebhookInfo"))["url"]
    if method == "setWebhook":
        values = {"url": ours, "secret_token": SECRET, **values}
    await call(listening, method, **values)
    anna = await listening.person("Anna")
    await listening.bot.webhook_watch.look()

    assert (await call(listening, "getWebhookInfo"))["url"] == ours
    assert counters.events == {"webhook_set_again": 1}
    await anna.says("/start")
    anna.hears("Hello, Anna!")


async def test_another_secret_shows_in_who_is_turned_away(listening: World) -> None:
    ours = (await call(listening, "getWebhookInfo"))["url"]
    await call(listening, "setWebhook", url=ours, secret_token="Somebody-elses")
    anna = await listening.person("Anna")
    await listening.post(f"/sim/people/{anna.id}/say", {"text": "/start"})
    while "last_error_date" not in (await call(listening, "getWebhookInfo")):
        await asyncio.sleep(0.01)
    await listening.bot.webhook_watch.look()
    await listening.settle()
    await anna.looks()

    anna.hears("Hello, Anna!")
    assert counters.events == {"webhook_set_again": 1}
    assert counters.figures["webhook_last_error_timestamp_seconds"] > 0
    await listening.bot.webhook_watch.look()
    assert counters.events == {"webhook_set_again": 1}  # that trouble is over


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
async def test_of_two_processes_one_looks(listening: World, database: Database) -> None:
    other, stop = await listener(listening)
    await listening.bot.webhook_watch.look()
    counters.figures.clear()
    counters.events.clear()
    await call(listening, "deleteWebhook")
    await other.webhook_watch.look()
    assert counters.figures == {}
    await listening.bot.webhook_watch.look()
    assert counters.events["webhook_set_again"] == 1
    await other.close()
    await stop()
