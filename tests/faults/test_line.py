"""The line to Telegram: limits, pages of proxies, answers that are lost, texts too long for one message."""

import asyncio
import time
from datetime import timedelta
from typing import Any

import pytest

from domain.entities.notices import NoticeState
from domain.values.text import units
from locales import Voice, verbatim
from locales.lengths import IN_CAPTION, MOST
from scheduler import notices
from scheduler.notices.message_content import MessageContent, Paper
from tests.faults.conftest import Score
from tests.people import Person
from tests.scheduler.post import kept, letters, reader, state, trouble, write
from tests.world import World


async def calls(world: World, method: str) -> list[dict[str, Any]]:
    told = (await world.get("/sim/calls"))["calls"]
    return [call for call in told if call["method"] == method]


@pytest.mark.parametrize("wait", [1, 35, 3600])
async def test_a_limit_for_a_mailing_holds_up_no_conversation(world: World, wait: int, score: Score) -> None:
    anna, boris = await reader(world), await reader(world, "Boris")
    now = world.sandbox.clock.now()
    (number,) = await write(world, anna)
    await trouble(world, anna, kind="error", retry_after=wait)
    await world.settle()
    held = await kept(world, number)
    assert held.state is NoticeState.WAITING
    assert held.leased_until is not None
    assert timedelta(seconds=wait) <= held.leased_until - now < timedelta(seconds=wait + 10)
    began = time.monotonic()
    for person in (boris, anna):
        await person.says("/menu")
        person.hears("Hello" if person is boris else "Honeymoon in Vienna: ")
    assert time.monotonic() - began < max(wait / 2, 5)
    await world.turn(held.leased_until + timedelta(seconds=1))
    said = len(await letters(anna))
    assert await state(world, number) is NoticeState.SENT
    score(1, lost=1 - said)


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery"])
async def test_a_limit_longer_than_anybody_waits_is_not_waited_out(world: World, method: str) -> None:
    """The effect is kept; the next word shows where things stand; nobody else is kept waiting meanwhile."""
    anna = await reader(world)
    await world.post("/sim/faults", {"kind": "error", "method": method, "retry_after": 3600})
    began = time.monotonic()
    await (anna.says("/language") if method == "sendMessage" else anna.taps("🌐 Language", wait=False))
    assert time.monotonic() - began < 10
    await anna.says("/menu")
    anna.hears("Hello, Anna!")


@pytest.mark.parametrize(
    ("code", "body"),
    [
        (502, "<html>Bad Gateway</html>"),
        (200, "<html>Welcome to our network</html>"),
        (500, ""),
        (504, '{"ok":false,"error_code":504,"description":"Gateway Timeout"}'),
        (200, '{"ok":true,"result":{"message_id":'),
        (200, "null"),
    ],
)
async def test_an_answer_that_is_not_telegrams_is_asked_for_again(
    world: World, code: int, body: str, score: Score
) -> None:
    anna = await reader(world)
    garbled = {"kind": "garbled", "method": "sendMessage", "code": code, "body": body, "chat": anna.id}
    await world.post("/sim/faults", garbled)
    await anna.says("/menu")
    anna.hears("Hello, Anna!")
    (number,) = await write(world, anna)
    await world.post("/sim/faults", garbled)
    await world.settle()
    await world.turn(timedelta(minutes=1))
    said = len(await letters(anna))
    assert (await state(world, number), said) == (NoticeState.SENT, 1)
    score(2, lost=1 - said)


@pytest.mark.parametrize(("kind", "copies"), [("drop_before", 1), ("drop_after", 2)])
async def test_what_may_have_been_heard_twice_is_noted(
    world: World, kind: str, copies: int, score: Score
) -> None:
    """From our side the two cannot be told apart: both are counted as perhaps said before."""
    anna, boris = await reader(world), await reader(world, "Boris")
    (number,), (other,) = await write(world, anna), await write(world, boris)
    await trouble(world, anna, kind=kind)
    for _turn in range(3):
        await world.turn(timedelta(minutes=1))
    notice = await kept(world, number)
    assert (notice.state, len(await letters(anna))) == (NoticeState.SENT, copies)
    assert notice.error == "perhaps said before"
    assert (await kept(world, other)).error is None
    score(1, doubled=copies - 1)


async def test_a_telegram_that_is_slow_for_one_is_not_for_the_others(world: World, score: Score) -> None:
    slow = [await reader(world, f"Slow {number}") for number in range(8)]
    boris = await reader(world, "Boris")
    for person in slow:
        fault = {"kind": "slow", "method": "sendMessage", "chat": person.id, "seconds": 3}
        await world.post("/sim/faults", fault)
        await world.post(f"/sim/people/{person.id}/say", {"text": "/menu"})
    began = time.monotonic()
    await world.post(f"/sim/people/{boris.id}/say", {"text": "/help"})
    while not [m for m in await _chat(world, boris) if "What you can do here" in (m["text"] or "")]:
        await asyncio.sleep(0.01)
    assert time.monotonic() - began < 2.5
    await world.settle()
    for person in slow:
        await person.looks()
        person.hears("Hello")
    score(len(slow))


async def _chat(world: World, person: Person) -> list[dict[str, Any]]:
    return list((await world.get(f"/sim/people/{person.id}/chat"))["messages"])


FAMILY = "👨‍👩‍👧"
LONG = ("x" * 4096, "x" * 4097, f"<b>{FAMILY}</b> " * 1200, "Охрид " * 3500, f"{'я' * 4095}{FAMILY}")


@pytest.mark.parametrize("text", LONG, ids=["4096", "4097", "bold families", "words", "a family on the edge"])
@pytest.mark.parametrize("paper", [None, Paper("list.txt", bytes, ())], ids=["message", "caption"])
async def test_a_long_letter_comes_in_parts(
    world: World, monkeypatch: pytest.MonkeyPatch, text: str, paper: Paper | None, score: Score
) -> None:
    anna = await reader(world)
    long = MessageContent(verbatim("long"), paper=paper and Paper(paper.name, _silent, ()))
    monkeypatch.setattr(notices, "content_for", lambda *_: long)
    monkeypatch.setattr("scheduler.delivery.wording.content_for", lambda *_: long)
    monkeypatch.setattr(Voice, "html", lambda *_: text)
    (number,) = await write(world, anna)
    before = len(await _chat(world, anna))
    await world.settle()
    assert await state(world, number) is NoticeState.SENT
    parts = [m["text"] or "" for m in (await _chat(world, anna))[before:]]
    most = IN_CAPTION if paper else MOST
    assert units(parts[0]) <= most
    assert all(units(part) <= MOST for part in parts)
    plain = text.replace("<b>", "").replace("</b>", "")
    assert "".join("".join(parts).split()) == "".join(plain.split())
    score(1)


def _silent(_voice: Voice) -> bytes:
    return b"a list"


async def test_telegram_may_call_a_message_too_long_for_reasons_of_its_own(world: World) -> None:
    """It is not tried for ever: the notice ends as failed, and the next one goes."""
    anna = await reader(world)
    first, second = await write(world, anna), await write(world, anna)
    await trouble(world, anna, kind="error", code=400, description="Bad Request: message is too long")
    await world.settle()
    assert await state(world, first[0]) is NoticeState.FAILED
    assert await state(world, second[0]) is NoticeState.SENT
