"""When Telegram will not take an answer: who cannot be reached, what is tried again, what is said otherwise."""

from typing import Any

import pytest

from bot.conversation.exchange import Exchange
from domain.entities.people import Person as Somebody
from locales import Voice
from storage import SqlUnit
from tests.people import Person
from tests.world import World


@pytest.fixture
async def anna(world: World) -> Person:
    anna = await world.person("Anna")
    await anna.says("/start")
    return anna


async def trouble(world: World, **fault: Any) -> None:
    await world.post("/sim/faults", {"kind": "error", **fault})


async def known(world: World, person: Person) -> Somebody:
    def look(unit: SqlUnit) -> Somebody:
        found = unit.repositories.people.by_telegram_id(person.id)
        assert found is not None
        return found

    return await world.database.read(look)


async def calls(world: World, method: str) -> list[dict[str, Any]]:
    answer = await world.get("/sim/calls")
    return [call for call in answer["calls"] if call["method"] == method]


async def test_who_blocked_the_bot_is_marked_and_welcome_again(world: World, anna: Person) -> None:
    await trouble(world, method="sendMessage", code=403, description="Forbidden: bot was blocked by the user")
    await anna.says("/menu")
    assert not (await known(world, anna)).reachable
    await anna.says("/menu")
    anna.hears("Hello, Anna!")
    assert (await known(world, anna)).reachable


@pytest.mark.parametrize(
    "fault",
    [
        {"code": 429, "retry_after": 1},
        {"code": 502, "description": "Bad Gateway"},
        {"kind": "drop_before"},
        {"code": 500, "description": "Internal Server Error"},
    ],
)
async def test_what_passes_is_tried_again(world: World, anna: Person, fault: dict[str, Any]) -> None:
    await trouble(world, method="sendMessage", **fault)
    await anna.says("/menu")
    anna.hears("Hello, Anna!")
    assert len(anna.heard) == 1


async def test_a_screen_that_was_deleted_comes_anew(world: World, anna: Person) -> None:
    what = "Bad Request: message to edit not found"
    await trouble(world, method="editMessageText", code=400, description=what)
    before = anna.last["message_id"]
    await anna.taps("🌐 Language")
    anna.hears("Which language would you like?")
    assert anna.last["message_id"] > before
    await anna.taps("✓ English")
    anna.hears("Hello, Anna!")


async def test_a_screen_that_did_not_change_is_not_sent_twice(world: World, anna: Person) -> None:
    what = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    sent = len(await calls(world, "sendMessage"))
    await trouble(world, method="editMessageText", code=400, description=what)
    await anna.taps("🌐 Language")
    assert len(await calls(world, "sendMessage")) == sent


async def test_words_that_are_no_html_are_sent_plainly(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Voice, "html", lambda _voice, sentence: f"<b>{sentence.english} &amp; <i>more</b>")
    await anna.says("/menu")
    assert " & more" in anna.last["text"]
    assert "<" not in anna.last["text"]
    await anna.taps("🌐 Language")
    assert " & more" in anna.last["text"]
    assert [call["params"].get("parse_mode") for call in (await calls(world, "editMessageText"))] == [
        "HTML",
        None,
    ]

    monkeypatch.undo()
    await anna.says("/menu")
    anna.hears("Hello, Anna!")


@pytest.mark.parametrize("code", [401, 404, 409, 418])
async def test_what_is_refused_for_good_holds_up_nothing_else(world: World, anna: Person, code: int) -> None:
    await trouble(world, method="sendMessage", code=code, description="Something odd")
    await anna.says("/menu")
    assert anna.heard == []
    await anna.says("/menu")
    anna.hears("Hello, Anna!")


async def test_a_tap_that_cannot_be_answered_still_shows_its_screen(world: World, anna: Person) -> None:
    what = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await trouble(world, method="answerCallbackQuery", code=400, description=what)
    await anna.taps("🌐 Language", wait=False)
    anna.hears("Which language would you like?")


async def test_a_long_text_comes_in_parts_with_its_buttons_below(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "\n".join(f"<b>{number}</b> Ohrid" for number in range(900))
    monkeypatch.setattr(Voice, "html", lambda *_: long)
    await anna.says("/menu")
    parts = [message for message in anna.chat if message["from"] == "bot"][-len(anna.heard) :]
    assert len(parts) > 2
    assert [bool(part["buttons"]) for part in parts] == [*[False] * (len(parts) - 1), True]
    assert "\n".join(part["text"] for part in parts).splitlines() == [
        f"{number} Ohrid" for number in range(900)
    ]


def test_a_talk_has_no_line_to_telegram() -> None:
    """What is said is collected; only the delivery sends."""
    named = {name for name in vars(Exchange) | Exchange.__annotations__ if "bot" in name}
    assert named == {"bot_name"}, "its name, to be written, is all that is known of it"
