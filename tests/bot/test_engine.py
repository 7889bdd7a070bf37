"""The engine with a tiny flow: every way through it, and every wrong turn."""

import pytest
from sqlalchemy import update

from storage.mapping import screens
from tests.bot.dinner import orders
from tests.people import Person
from tests.world import World


@pytest.fixture
async def anna(lake: World) -> Person:
    anna = await lake.person("Anna")
    await anna.says("/eat")
    await anna.taps("🍽 Dinner")
    anna.hears("How many eat?")
    return anna


async def orders_the_usual(anna: Person) -> None:
    """From the first question to the review."""
    await anna.taps("2")
    await anna.says("trout")
    await anna.taps("White")
    anna.hears("Heads: 2", "Dish: trout", "Wine: White")


async def test_from_the_first_question_to_the_kitchen(anna: Person) -> None:
    anna.sees_no("◀ Back", "Skip")
    await orders_the_usual(anna)
    anna.sees("✅ Send", "✏️ Heads", "✏️ Dish", "✏️ Wine", "✖ Cancel")
    await anna.taps("✅ Send")
    anna.hears("A table by the lake.")
    assert "On its way." in anna.heard
    assert orders == [(2, "trout", "white")]


async def test_back_asks_again_and_skip_leaves_open(anna: Person) -> None:
    await anna.taps("2")
    anna.sees("◀ Back")
    anna.sees_no("Skip")
    await anna.taps("◀ Back")
    anna.hears("How many eat?")
    await anna.taps("3")
    await anna.says("pike")
    await anna.taps("◀ Back")
    anna.hears("Which dish?")
    await anna.says("trout")
    await anna.taps("Skip")
    anna.hears("Heads: 3", "Dish: trout", "Wine: —")
    await anna.taps("✅ Send")
    assert orders == [(3, "trout", None)]


async def test_a_question_that_hangs_on_an_answer_comes_and_goes_with_it(anna: Person) -> None:
    await orders_the_usual(anna)
    await anna.taps("✏️ Heads")
    await anna.taps("1")
    anna.hears("Heads: 1", "Dish: trout")
    anna.hears_nothing_of("Wine")
    anna.sees_no("✏️ Wine")
    await anna.taps("✅ Send")
    assert orders == [(1, "trout", None)]


async def test_a_change_from_the_review_asks_only_that_and_what_hangs_on_it(anna: Person) -> None:
    await orders_the_usual(anna)
    await anna.taps("✏️ Dish")
    anna.hears("Which dish?")
    await anna.says("carp")
    await anna.taps("White")
    anna.hears("Heads: 2", "Dish: carp", "Wine: White")
    await anna.taps("✅ Send")
    assert orders == [(2, "carp", "white")]


async def test_back_from_a_change_leads_to_the_review_with_every_answer(anna: Person) -> None:
    await orders_the_usual(anna)
    await anna.taps("✏️ Heads")
    anna.hears("How many eat?")
    await anna.taps("◀ Back")
    anna.hears("Heads: 2", "Dish: trout", "Wine: White")
    await anna.taps("✅ Send")
    assert orders == [(2, "trout", "white")]


async def test_back_from_the_second_question_of_a_change_asks_the_first_again(anna: Person) -> None:
    """The wine hangs on the dish here: both are asked anew, and both come back."""
    await orders_the_usual(anna)
    await anna.taps("✏️ Wine")
    anna.hears("Which wine?")
    await anna.taps("◀ Back")
    await anna.taps("✏️ Dish")
    await anna.says("carp")
    anna.hears("Which wine?", "to carp")
    await anna.taps("◀ Back")
    anna.hears("Which dish?")
    await anna.taps("◀ Back")
    anna.hears("Heads: 2", "Dish: trout", "Wine: White")
    await anna.taps("✏️ Dish")
    await anna.says("carp")
    await anna.taps("Red")
    anna.hears("Heads: 2", "Dish: carp", "Wine: Red")
    anna.sees_no("◀ Back")
    await anna.taps("✅ Send")
    assert orders == [(2, "carp", "red")]


async def test_a_refused_answer_is_told_and_asked_again(anna: Person) -> None:
    await anna.says("many")
    anna.hears("⚠️", "How many eat?")
    await anna.says("1")
    await anna.says("snails")
    anna.hears("⚠️", "snails", "Which dish?")
    await anna.shares(sticker="🏖")
    anna.hears("⚠️", "Which dish?")
    await anna.says("trout")
    await anna.says("and quickly")
    anna.hears("⚠️", "Dish: trout")
    await anna.taps("✅ Send")
    assert orders == [(1, "trout", None)]


async def test_cancel_keeps_the_draft_and_it_goes_on(anna: Person) -> None:
    await anna.taps("2")
    await anna.taps("✖ Cancel")
    anna.hears("Paused. Your answers are kept.")
    await anna.says("trout")
    anna.hears_nothing_of("Which wine?")
    await anna.says("/menu")
    await anna.taps("▶ Continue")
    anna.hears("Which dish?")
    await anna.says("trout")
    await anna.taps("Red")
    await anna.taps("✅ Send")
    assert orders == [(2, "trout", "red")]


async def test_the_draft_is_not_lost_on_the_way_home(anna: Person) -> None:
    await anna.taps("2")
    await anna.taps("✖ Cancel")
    await anna.taps("🏠 Home")
    await anna.taps("▶ Continue")
    anna.hears("Which dish?")
    await anna.says("trout")
    await anna.taps("Red")
    await anna.taps("✅ Send")
    assert orders == [(2, "trout", "red")]


async def test_a_command_goes_before_an_answer_and_discarding_forgets(anna: Person) -> None:
    await anna.taps("2")
    await anna.says("/eat")
    anna.hears("A table by the lake.")
    await anna.says("/menu")
    await anna.taps("▶ Continue")
    await anna.taps("✖ Cancel")
    await anna.taps("🗑 Discard")
    assert anna.toast == "Discarded."
    anna.sees_no("▶ Continue")
    await anna.says("/eat")
    await anna.taps("🍽 Dinner")
    anna.hears("How many eat?")
    assert orders == []


async def test_two_taps_at_once_are_one(lake: World, anna: Person) -> None:
    await orders_the_usual(anna)
    send = next(button for row in anna.last["buttons"] for button in row if button["label"] == "✅ Send")
    tap = {"callback_data": send["callback_data"], "message_id": anna.last["message_id"], "wait": False}
    for _ in range(3):
        await lake.post(f"/sim/people/{anna.id}/tap", tap)
    await lake.settle()
    assert orders == [(2, "trout", "white")]
    await anna.looks()
    told = [message["text"] for message in anna.chat if message["from"] == "bot"]
    assert told.count(told[-1]) == 1, "the second and third tap send nothing of their own"


async def test_a_button_of_yesterday_shows_where_things_stand(anna: Person) -> None:
    first = anna.last
    old = first["buttons"][0][1]["callback_data"]
    await anna.taps("3")
    await anna.forges(old, first["message_id"])
    assert anna.toast.startswith("These buttons are out of date.")
    anna.hears("Which dish?")
    await anna.says("trout")
    await anna.taps("Skip")
    await anna.taps("✅ Send")
    await anna.forges(old, first["message_id"])
    assert orders == [(3, "trout", None)]


@pytest.mark.parametrize(
    "written", [{"flow": "gone"}, {"flow": "dinner", "answers": 7}, {"flow": "dinner", "of_tomorrow": True}]
)
async def test_a_draft_of_another_version_that_cannot_be_read_locks_nobody_out(
    lake: World, anna: Person, written: dict[str, object]
) -> None:
    rewritten = update(screens).where(screens.c.chat_id == anna.id).values(state=written)
    await lake.database.run(lambda unit: unit.session.execute(rewritten))

    await anna.says("2")
    anna.hears("✉️ Sent.")
    await anna.says("/eat")
    await anna.taps("🍽 Dinner")
    await orders_the_usual(anna)


async def test_a_restart_in_the_middle_loses_nothing(lake: World, anna: Person) -> None:
    await anna.taps("2")
    await lake.bot.close()
    await lake.open_bot()
    await anna.says("trout")
    anna.hears("Which wine?")
    await anna.taps("Red")
    await anna.taps("✅ Send")
    assert orders == [(2, "trout", "red")]
