"""Webhook delivery: the secret, lanes, repetition until 2xx, and answers that carry a call."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from tests.sandbox.line import ANNA, BORIS, Line


class Ear:
    """A bot's webhook that keeps what it hears and answers as told; `gate` holds answers back."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.headers: dict[str, str] = {}
        self.reply: dict[str, Any] = {}
        self.gates: dict[str, asyncio.Event] = {}
        self.url = ""
        self._news = asyncio.Condition()

    async def hear(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.heard.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        async with self._news:
            self._news.notify_all()
        if gate := self.gates.get(next(kind for kind in update if kind != "update_id")):
            await gate.wait()
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.reply, status=status, headers=self.headers)

    async def has_heard(self, count: int) -> None:
        async with asyncio.timeout(3), self._news:
            await self._news.wait_for(lambda: len(self.heard) >= count)


@pytest.fixture
async def ear() -> AsyncIterator[Ear]:
    ear = Ear()
    app = web.Application()
    app.router.add_post("/hook", ear.hear)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    ear.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield ear
    await runner.cleanup()


async def test_updates_come_with_the_secret(line: Line, ear: Ear) -> None:
    await line.ok("setWebhook", url=ear.url, secret_token="s3cret_-")
    await line.says(ANNA, "hello")
    await ear.has_heard(1)

    assert ear.heard[0]["message"]["text"] == "hello"
    assert ear.secrets == ["s3cret_-"]
    assert (await line.sim("GET", "state"))["ready"]


async def test_what_waited_before_is_delivered_or_dropped_on_request(line: Line, ear: Ear) -> None:
    await line.says(ANNA, "early")
    await line.ok("setWebhook", url=ear.url, drop_pending_updates=True)
    await line.ok("deleteWebhook")
    await line.says(ANNA, "later")
    await line.ok("setWebhook", url=ear.url)
    await ear.has_heard(1)

    assert [update["message"]["text"] for update in ear.heard] == ["later"]


async def test_anything_but_2xx_is_repeated_with_the_same_update(line: Line, ear: Ear) -> None:
    ear.statuses = [500, 302, 200]
    await line.ok("setWebhook", url=ear.url)
    await line.says(ANNA, "hello")
    await ear.has_heard(3)

    assert len({update["update_id"] for update in ear.heard}) == 1
    info = await line.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"
    assert info["max_connections"] == 40


async def test_retry_after_is_honoured(line: Line, ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    sleep = asyncio.sleep

    async def note(seconds: float) -> None:
        waits.append(seconds)
        await sleep(0)

    ear.statuses, ear.headers = [503, 503], {"Retry-After": "17"}
    monkeypatch.setattr("sandbox.webhook.asyncio.sleep", note)
    await line.ok("setWebhook", url=ear.url)
    await line.says(ANNA, "hello")
    await ear.has_heard(3)

    assert waits.count(17.0) == 2


async def test_one_chat_waits_for_its_turn_and_others_do_not(line: Line, ear: Ear) -> None:
    gate = ear.gates["message"] = asyncio.Event()
    await line.ok("setWebhook", url=ear.url)
    await line.says(ANNA, "one")
    await line.says(ANNA, "two")
    await line.says(BORIS, "three")
    await ear.has_heard(2)

    assert [update["message"]["text"] for update in ear.heard] == ["one", "three"]
    gate.set()
    await ear.has_heard(3)
    assert ear.heard[2]["message"]["text"] == "two"


async def test_a_tap_overtakes_a_message_of_the_same_person(line: Line, ear: Ear) -> None:
    gate = ear.gates["message"] = asyncio.Event()
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await line.ok("sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)
    await line.ok("setWebhook", url=ear.url)
    await line.says(ANNA, "slow")
    await line.taps(ANNA, "Go", wait=False)
    await ear.has_heard(2)

    assert {next(iter(set(update) - {"update_id"})) for update in ear.heard} == {"message", "callback_query"}
    gate.set()


async def test_a_webhook_answer_may_carry_one_call(line: Line, ear: Ear) -> None:
    ear.reply = {"method": "sendMessage", "chat_id": ANNA, "text": "by return of post"}
    before = (await line.sim("GET", "calls"))["next"]
    await line.ok("setWebhook", url=ear.url)
    await line.says(ANNA, "hello")
    await ear.has_heard(1)
    async with asyncio.timeout(3):
        while len(calls := (await line.sim("GET", f"calls?since={before}"))["calls"]) < 2:
            pass

    assert calls[1]["answer"]["result"]["text"] == "by return of post"


async def test_a_webhook_hears_the_kinds_of_its_list_alone(line: Line, ear: Ear) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Club", "members": [ANNA], "bot": "administrator"})
    await line.news()
    await line.ok("sendPoll", chat_id=ANNA, question="?", options=["x", "y"], is_anonymous=False)
    await line.ok("setWebhook", url=ear.url, allowed_updates=["chat_member", "poll_answer"])
    await line.sim("POST", f"people/{BORIS}/join", {"chat": -100})
    await ear.has_heard(1)
    await line.sim("POST", f"people/{ANNA}/vote", {"options": ["x"]})
    await ear.has_heard(2)

    assert [sorted(update)[0] for update in ear.heard] == ["chat_member", "poll_answer"]


async def test_a_duplicate_is_the_same_update_twice(line: Line, ear: Ear) -> None:
    await line.ok("setWebhook", url=ear.url)
    await line.sim("POST", "faults", {"kind": "duplicate_update"})
    await line.says(ANNA, "hello")
    await ear.has_heard(2)

    assert ear.heard[0] == ear.heard[1]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"url": "ftp://bot.example/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://bot.example/x", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
        ({"url": "https://bot.example/x", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(line: Line, params: dict[str, str], description: str) -> None:
    assert await line.refusal("setWebhook", **params) == f"400 Bad Request: {description}"
