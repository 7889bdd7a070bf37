"""Updates that come twice, out of order, under new numbers, too late, or as no update at all."""

import asyncio
import json
import time
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.events import Event
from bot.conversation.exchange import Exchange
from bot.transport.inbox.inbox import Inbox
from bot.transport.receiving.polling import Polling
from bot.transport.receiving.webhook import webhook
from storage import Database, SqlUnit
from tests.faults.conftest import Score, many
from tests.people import Person
from tests.world import NOON, World

WORDS = "Where would you like to go?"


@pytest.fixture
async def anna(world: World) -> Person:
    anna = await world.person("Anna")
    await anna.says("/start")
    return anna


def said(person: int, text: object, **more: Any) -> dict[str, Any]:
    sender = {"id": person, "is_bot": False, "first_name": "Anna"}
    chat = {"id": person, "type": "private", "first_name": "Anna"}
    message = {"message_id": 9000, "date": 1, "chat": chat, "from": sender, "text": text}
    return {"message": message | more}


async def bring(world: World, raw: Any) -> None:
    await world.post("/sim/updates", {"raw": raw})


async def states(world: World) -> dict[str, int]:
    def look(unit: SqlUnit) -> dict[str, int]:
        return {"waiting": len(unit.inbox.waiting()), "quarantined": unit.inbox.quarantined()}

    return await world.database.read(look)


async def calls(world: World, method: str) -> int:
    told = (await world.get("/sim/calls"))["calls"]
    return sum(call["method"] == method for call in told)


async def test_the_same_update_sixteen_times_at_once(database: Database, score: Score) -> None:
    """Brought by webhook while the first is still being taken: every one is answered 200, one has an effect."""
    taken: list[int] = []
    slow = asyncio.Event()

    async def take(update_id: int, *_more: object) -> None:
        await slow.wait()
        taken.append(update_id)
        await database.run(lambda unit: unit.inbox.done(update_id))

    inbox = Inbox(database, take, lambda: NOON, waits=())
    runner = web.AppRunner(webhook(inbox, "/hook", "secret"))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    rounds = many(3, 30)
    async with ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": "secret"}) as http:

        async def post(number: int) -> int:
            body = json.dumps({"update_id": number, **said(7, "hi")})
            async with http.post(f"http://127.0.0.1:{port}/hook", data=body) as answer:
                return answer.status

        for number in range(1, rounds + 1):
            slow.clear()
            answers = [asyncio.create_task(post(number)) for _ in range(16)]
            await asyncio.wait(answers[:8])
            slow.set()
            assert {await answer for answer in answers} == {200}
            await inbox.rest()
    await runner.cleanup()

    assert taken == list(range(1, rounds + 1))
    score(16 * rounds, doubled=len(taken) - rounds)


async def test_another_program_that_asks_for_our_updates_takes_none_of_them(
    world: World, anna: Person, score: Score
) -> None:
    """Telegram ends our request for each of its own (409): we ask again, and whatever it saw we get, too."""
    rounds = many(3, 30)
    for number in range(rounds):
        await world.get(f"/bot{world.sandbox.token}/getUpdates?timeout=0&offset=0")
        await world.post(f"/sim/people/{anna.id}/say", {"text": f"/language {number}"})
        await world.get(f"/bot{world.sandbox.token}/getUpdates?timeout=0&offset=0")
        await world.settle()
        await anna.looks()
        anna.hears("Which language")
    assert await states(world) == {"waiting": 0, "quarantined": 0}
    said_back = [m for m in anna.chat if m["from"] == "bot" and "Which language" in (m["text"] or "")]
    score(2 * rounds, lost=max(0, rounds - len(said_back)))


async def test_numbers_begin_anywhere_after_a_week_of_silence(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """Lower ones, just below the last, far above, with gaps and backwards: whatever comes is taken once.

    Silence is a request that brought nothing: here they do not wait, so that there are some between any two updates.
    """
    monkeypatch.setattr(Polling.__init__, "__defaults__", (0,))
    await world.bot.close()
    await world.open_bot()
    last = 700_000_500
    await bring(world, {"update_id": last, **said(anna.id, "/help")})
    await world.settle()
    strange = [5, last - 3, last + 5_000_000, last + 1, last - 1, 2**31 - 1, 17]
    for number in strange:
        before = await calls(world, "sendMessage")
        await bring(world, {"update_id": number, **said(anna.id, "/help")})
        await world.settle()
        assert await calls(world, "sendMessage") > before, number
    assert await states(world) == {"waiting": 0, "quarantined": 0}
    score(len(strange))


async def test_what_was_said_while_we_were_away_is_answered_oldest_first(
    world: World, anna: Person, score: Score
) -> None:
    """Twenty hours of messages; the taps of that time are gone at Telegram's, and answered too late at ours."""
    people = [anna, *[await world.person(f"Client {number}") for number in range(many(9, 419))]]
    for person in people:
        await person.says("/language")
    await world.bot.close()
    each = 12
    for number in range(each):
        for person in people:
            await world.post(f"/sim/people/{person.id}/say", {"text": f"wish {number}"})
    for person in people:
        await world.post(f"/sim/people/{person.id}/tap", {"button": "Русский", "wait": False})
    world.sandbox.clock.advance(timedelta(hours=20))

    taken: list[tuple[int, str]] = []
    await world.open_bot()
    real = world.bot.inbox._take

    async def noting(update_id: int, *more: Any) -> None:
        payload = await world.database.read(lambda unit: unit.inbox.payload(update_id))
        assert payload is not None
        message = json.loads(payload)["message"]
        taken.append((message["from"]["id"], message["text"]))
        await real(update_id, *more)

    world.bot.inbox._take = noting
    await world.settle()
    for person in people:
        theirs = [text for who, text in taken if who == person.id]
        assert theirs == [f"wish {number}" for number in range(each)]
    assert await states(world) == {"waiting": 0, "quarantined": 0}
    score(len(people) * each, lost=len(people) * each - len(taken))


async def test_a_tap_that_is_too_old_takes_effect_and_is_answered_once(world: World, anna: Person) -> None:
    await anna.taps("🌐 Language")
    told = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    fault = {"kind": "error", "method": "answerCallbackQuery", "code": 400, "description": told, "times": 99}
    await world.post("/sim/faults", fault)
    before = await calls(world, "answerCallbackQuery")
    await anna.taps("Русский", wait=False)
    assert await calls(world, "answerCallbackQuery") == before + 1
    person = await world.database.read(lambda unit: unit.repositories.people.by_telegram_id(anna.id))
    assert person is not None
    assert person.language.value == "ru"


ODD: list[dict[str, Any]] = [
    {"from_the_future": {"x": 1}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "no sender"}},
    said(1, "x", new_thing={"deep": [1, 2]}, edit_date=5),
    {"edited_message": said(1, "/start")["message"]},
    {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -1, "type": "channel", "title": "x"}}},
    said(1, "", migrate_to_chat_id=-1001),
    said(1, "", migrate_from_chat_id=-1001),
    {"message": said(1, "/menu")["message"] | {"chat": {"id": -5, "type": "group", "title": "Staff"}}},
    said(1, "x", **{"from": {"id": 9, "is_bot": True, "first_name": "Bot"}}),
    {
        "callback_query": {
            "id": "1",
            "from": said(1, "")["message"]["from"],
            "chat_instance": "1",
            "data": "f:1:1:0",
            "message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}},
        }
    },
    {
        "callback_query": {
            "id": "1",
            "from": said(1, "")["message"]["from"],
            "chat_instance": "1",
            "data": "x",
        }
    },
    {"callback_query": {"id": "1", "from": said(1, "")["message"]["from"], "chat_instance": "1"}},
    {
        "my_chat_member": {
            "chat": {"id": -5, "type": "group", "title": "x"},
            "from": {"id": 1, "is_bot": False, "first_name": "A"},
            "date": 1,
            "old_chat_member": {"status": "left", "user": {"id": 2, "is_bot": True, "first_name": "B"}},
            "new_chat_member": {"status": "left", "user": {"id": 2, "is_bot": True, "first_name": "B"}},
        }
    },
]
"""What Telegram may send and nobody here waits for."""

UNREADABLE: list[dict[str, Any]] = [
    {"message": {"text": 123}},
    said(1, 123),
    said(1, "x", date="yesterday"),
    said(1, "x", **{"from": 5}),
    {"callback_query": {"id": 5}},
    {"message": [1, 2, 3]},
    {"message": "words"},
]


async def test_what_nobody_waits_for_and_what_cannot_be_read_is_counted(
    world: World, anna: Person, score: Score
) -> None:
    for number, raw in enumerate((*ODD, *UNREADABLE)):
        await bring(world, {"update_id": 600_000_000 + number, **raw})
        await world.settle()
    assert await states(world) == {"waiting": 0, "quarantined": len(UNREADABLE)}
    await anna.says("/help")
    anna.hears("What you can do here")
    score(len(ODD) + len(UNREADABLE))


PROXYS_PAGE = "<html><body>502 Bad Gateway: nginx</body></html>"


@pytest.mark.parametrize(
    ("code", "body"),
    [
        (502, PROXYS_PAGE),
        (200, PROXYS_PAGE),
        (200, ""),
        (500, ""),
        (200, "[]"),
        (200, '{"ok":true,"result":[{"update_id":7000'),
        (200, '{"ok":false}'),
        (200, '{"ok":true}'),
        (504, '{"ok":false,"error_code":504,"description":"Gateway Timeout"}'),
    ],
)
async def test_an_answer_that_is_not_telegrams_acknowledges_nothing(
    world: World, anna: Person, code: int, body: str, score: Score
) -> None:
    """Whatever stands between us and Telegram says: what was sent meanwhile is still there, and comes."""
    fault = {"kind": "garbled", "method": "getUpdates", "code": code, "body": body, "times": 2}
    await world.post("/sim/faults", fault)
    for text in ("/start 0", "/tour", *(f"/start {number}" for number in range(1, 6)), "/tour"):
        await world.post(f"/sim/people/{anna.id}/say", {"text": text})
    await world.settle()
    await anna.looks()
    anna.hears(WORDS)
    done = len([text for text in anna.heard if WORDS in text])
    assert await states(world) == {"waiting": 0, "quarantined": 0}
    assert done == 2
    score(2, lost=2 - done)


async def test_a_webhook_set_by_somebody_else_does_not_end_polling(world: World, anna: Person) -> None:
    token = world.sandbox.token
    answer = await world.post(f"/bot{token}/setWebhook", {"url": "http://127.0.0.1:9/hook"})
    assert answer["ok"]
    await anna.says("/help")
    anna.hears("What you can do here")


async def test_a_poisonous_update_is_set_aside_and_the_next_is_taken_at_once(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """Steps that always fail, on a word and on a tap: the person knows, and their next word is answered."""
    road = Dispatcher.dispatch

    def travel(self: Dispatcher, unit: SqlUnit, heard: Event) -> Exchange:
        if heard.text == "poison" or heard.tap:
            raise ZeroDivisionError
        return road(self, unit, heard)

    monkeypatch.setattr(Dispatcher, "dispatch", travel)
    began = time.monotonic()
    await anna.says("poison")
    assert await states(world) == {"waiting": 0, "quarantined": 1}
    assert time.monotonic() - began < 10
    anna.hears("Something went wrong on our side")
    await anna.says("/menu")
    anna.hears("Hello, Anna!")
    await anna.taps("🌐 Language")
    assert "Something went wrong on our side" in anna.toast
    assert await states(world) == {"waiting": 0, "quarantined": 2}
    monkeypatch.undo()
    await anna.taps("🌐 Language")
    anna.hears("Which language would you like?")
    score(2)
