"""What bad input gets: a sentence in the person's language, the question again, and nothing lost."""

import asyncio
import json

import pytest

from domain.entities.people import Role
from tests.people import Person
from tests.world import World

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
async def anna(world: World) -> Person:
    person = await world.person("Anna")
    await person.says("/start")
    return person


async def destination_of(world: World, number: int = 1) -> str:
    return await world.database.read(lambda unit: unit.repositories.inquiries.get(number).destination)


async def to_the_review(person: Person) -> None:
    """Whatever is still asked about the person: the first offer, or nothing; a name where none can be offered."""
    for _ in range(4):
        if person.buttons[0] == "◀ Back":
            await person.says("Somebody")
        elif "✅ Send" not in person.buttons:
            await person.taps("Skip" if "Skip" in person.buttons else person.buttons[0])


async def finish(person: Person) -> None:
    """From "When?" to the inquiry sent."""
    for answer in ("in autumn", "2"):
        await person.says(answer)
    await to_the_review(person)
    await person.taps("✅ Send")
    person.hears("We have received your inquiry")


async def test_a_sticker_and_a_voice_message_are_no_destination(world: World, anna: Person) -> None:
    await anna.says("/tour")
    await anna.shares(sticker="🏖")
    anna.hears("⚠️", "Please write it in words.", "Where would you like to go?")
    await anna.shares(voice=True)
    anna.hears("✉️ Sent. Tourdesk will answer you here.", "Where would you like to go?")
    await anna.says("Ohrid")
    anna.hears("When?")
    await finish(anna)
    assert await destination_of(world) == "Ohrid"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<b>Rome</b> & 'Naples' \"x\"", "<b>Rome</b> & 'Naples' \"x\""),
        ("🏖🏝👨‍👩‍👧‍👦 Nice", "🏖🏝👨‍👩‍👧‍👦 Nice"),
        ("\u202eOhrid\u202c \u200bby night", "Ohrid by night"),
        ("ירושלים", "ירושלים"),
        ("  Saint \n Tropez\t", "Saint Tropez"),
    ],
)
async def test_strange_letters_come_through_as_they_are(
    world: World, anna: Person, typed: str, kept: str
) -> None:
    await anna.says("/tour")
    await anna.says(typed)
    anna.hears("When?")
    await finish(anna)
    assert await destination_of(world) == kept


async def test_a_wish_of_five_thousand_letters_is_too_long(anna: Person) -> None:
    await anna.says("/tour")
    await anna.says("Ohrid")
    for answer in ("in autumn", "2"):
        await anna.says(answer)
    await to_the_review(anna)
    await anna.says("x" * 4000)
    anna.hears("⚠️", "4000 characters", "Anything else we should know?")
    await anna.says("a window seat")
    anna.hears_nothing_of("⚠️")
    anna.hears("Wishes: a window seat")
    await anna.says("vegetarian")
    anna.hears("Wishes: a window seat\nvegetarian")


async def test_a_double_tap_starts_a_conversation_once(world: World, anna: Person) -> None:
    await anna.says("/menu")
    button = next(b for row in anna.last["buttons"] for b in row if b["label"] == "🏝 Ask for a tour")
    await asyncio.gather(anna.forges(button["callback_data"]), anna.forges(button["callback_data"]))
    await anna.looks()
    open_ones = [m for m in anna.chat if "Where would you like to go" in (m["text"] or "") and m["buttons"]]
    assert len(open_ones) == 1
    await anna.says("Ohrid")
    await finish(anna)
    assert await destination_of(world) == "Ohrid"


async def test_emptiness_is_no_answer(anna: Person) -> None:
    await anna.says("/tour")
    for nothing in ("\u200b\u200b", "\u2060", "\u202e"):
        await anna.says(nothing)
        anna.hears("⚠️", "Where would you like to go?")
    await anna.says("Rome")
    anna.hears("When?")


async def test_start_in_the_middle_loses_nothing(world: World, anna: Person) -> None:
    await anna.says("/tour")
    await anna.says("Vienna")
    await anna.says("/start")
    anna.sees("▶ Continue: ")
    await anna.taps("▶ Continue: ")
    anna.hears("When?")
    await anna.says("/cancel")
    await anna.taps("▶ Continue")
    anna.hears("When?")
    await finish(anna)
    assert await destination_of(world) == "Vienna"


async def test_the_buttons_of_last_week_show_where_things_stand(world: World, anna: Person) -> None:
    await anna.says("/tour")
    old = anna.last
    await anna.says("Vienna")
    data = old["buttons"][0][0]["callback_data"]
    await anna.forges(data, old["message_id"])
    assert "out of date" in anna.toast
    anna.hears("When?")
    await finish(anna)


async def test_two_taps_at_once_are_one(world: World, anna: Person) -> None:
    await anna.says("/tour")
    await anna.says("Vienna")
    for answer in ("in autumn", "2"):
        await anna.says(answer)
    await to_the_review(anna)
    for _ in range(3):
        await world.post(f"/sim/people/{anna.id}/tap", {"button": "✅ Send", "wait": False})
    await world.settle()
    assert await world.database.read(lambda unit: unit.inbox.quarantined()) == 0
    assert await world.database.read(lambda unit: unit.repositories.inquiries.count_open()) == 1


async def test_the_same_update_twice_counts_once(world: World, anna: Person) -> None:
    await world.post("/sim/faults", {"kind": "duplicate_update", "method": "message", "times": 20})
    await anna.says("/tour")
    await anna.says("Vienna")
    await finish(anna)
    assert await world.database.read(lambda unit: unit.repositories.inquiries.count_open()) == 1


async def test_an_unknown_and_an_unreadable_update_stop_nobody(world: World, anna: Person) -> None:
    for raw in (
        {"from_the_future": {"x": 1}},
        {"message": {"text": 123}},
        {"callback_query": {"id": 5}},
        {
            "message": {
                "message_id": 1,
                "date": 0,
                "chat": {"id": anna.id, "type": "private"},
                "text": "no sender",
            }
        },
        {"message": None},
    ):
        await world.post("/sim/updates", {"raw": raw})
    await anna.says("/help")
    anna.hears("What you can do here")
    assert await world.database.read(lambda unit: unit.inbox.quarantined()) == 2


async def test_an_answer_that_is_no_json_is_stepped_over(world: World, anna: Person) -> None:
    await world.post("/sim/updates", {"raw": "{broken"})
    await anna.says("/help")
    anna.hears("What you can do here")


async def test_half_a_surrogate_is_replaced(world: World, anna: Person) -> None:
    chat = {"id": anna.id, "type": "private", "first_name": "Anna"}
    sender = {"id": anna.id, "is_bot": False, "first_name": "Anna"}
    message = {"message_id": 9000, "date": 1, "chat": chat, "from": sender, "text": "HALF hi"}
    body = json.dumps({"update_id": 700_000_500, "message": message}).replace("HALF", "\\ud800")
    await world.post("/sim/updates", {"raw": body})
    await world.settle()
    await anna.looks()
    assert await world.database.read(lambda unit: unit.inbox.quarantined()) == 0
    assert anna.heard


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "error", "method": "sendMessage", "code": 500, "description": "Internal Server Error"},
        {"kind": "error", "method": "sendMessage", "code": 429, "retry_after": 1},
        {"kind": "drop_before", "method": "sendMessage"},
        {
            "kind": "error",
            "method": "answerCallbackQuery",
            "code": 400,
            "description": "Bad Request: query is too old",
        },
    ],
    ids=lambda fault: f"{fault['kind']} {fault.get('code', '')}",
)
async def test_a_telegram_that_falters_is_asked_again(
    world: World, anna: Person, fault: dict[str, object]
) -> None:
    await world.post("/sim/faults", {**fault, "times": 1})
    await anna.says("/tour")
    anna.hears("Where would you like to go?")


async def test_who_blocks_the_bot_is_marked_and_comes_back(world: World, anna: Person) -> None:
    await anna.says("/tour")
    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.settle()
    person = await world.database.read(lambda unit: unit.repositories.people.get(1))
    assert not person.reachable

    await world.post(f"/sim/people/{anna.id}/unblock", {})
    await anna.says("/start")
    person = await world.database.read(lambda unit: unit.repositories.people.get(1))
    assert person.reachable
    anna.sees("▶ Continue: ")


async def test_a_channel_post_forwarded_by_staff_is_refused_kindly(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await kalina.says("Hot tours to Antalya!", forward_from={"channel": "Hot tours"})
    kalina.hears("“Hot tours” is not a person.")
    await kalina.says("/help")
    kalina.hears("What you can do here")
