"""The staff's keys under the input field: by role, in each language, and what comes and goes with them."""

import pytest

from domain.entities.people import Role
from tests.stories.test_dismissal import dismisses
from tests.world import World

TRIP_CALLED = "What is the trip called?"


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (Role.OWNER, ["☀️ Today", "📥 Inquiries", "🗂 Deals", "🚌 Trips", "💶 Money", "⋯ More"]),
        (Role.MANAGER, ["☀️ Today", "📥 Inquiries", "🗂 Deals", "🚌 Trips", "💶 Money", "⋯ More"]),
        (Role.OPERATOR, ["☀️ Today", "📥 Inquiries", "🗂 Deals", "🚌 Trips", "💶 Money", "⋯ More"]),
        (Role.ACCOUNTANT, ["☀️ Today", "💶 Money", "🗂 Deals", "🚌 Trips", "⋯ More"]),
        (Role.GUIDE, ["☀️ Today", "🚌 Trips", "⋯ More"]),
    ],
)
async def test_each_role_has_its_keys(world: World, role: Role, keys: list[str]) -> None:
    somebody = await world.colleague("Boris", role)
    assert [label for row in somebody.keys for label in row] == keys
    assert all(len(row) <= 3 for row in somebody.keys)
    for key in keys:
        await somebody.presses(key)
        somebody.hears_nothing_of("Nothing found", "not allowed")
        assert somebody.buttons


async def test_the_keys_come_in_the_language_that_is_spoken(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    assert [label for row in boris.keys for label in row] == [
        "☀️ Днес",
        "📥 Запитвания",
        "🗂 Сделки",
        "🚌 Пътувания",
        "💶 Пари",
        "⋯ Още",
    ]
    assert {len(row) for row in boris.keys} == {2}  # three in a row, a phone would cut the longest
    brought = len(boris.chat)
    await boris.presses("🚌 Пътувания")
    boris.hears("Няма предстоящи пътувания.")
    assert len(boris.chat) == brought + 2  # what was said, and the list: the keys were not brought again

    await boris.says("/language")
    await boris.taps("中文")
    assert boris.keys[0] == ["☀️ 今天", "📥 咨询", "🗂 订单"]
    await boris.says("🚌 Пътувания")
    boris.hears("暂无即将出发的行程。")
    await boris.says("☀ 今天")  # some phones send no selector
    boris.hears("现在没有待办")


async def test_a_key_pressed_in_a_flow_keeps_the_flow(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    await boris.says("/trips")
    await boris.taps("➕ Новая поездка")
    await boris.says("Охрид")
    await boris.presses("🗂 Сделки")
    boris.hears("Сделки")
    await boris.presses("☀️ Сегодня")
    await boris.taps("▶ Продолжить")
    boris.hears("На чём едем?")
    await boris.taps("🚌 Автобус")
    boris.hears("Когда отправление?")


async def test_a_question_for_the_phone_takes_the_keys_away_and_its_answer_brings_them_back(
    world: World,
) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.person("Boris", phone="+359888000001")
    await boris.says("/tour")
    for words in ("Ohrid", "in autumn", "2"):
        await boris.says(words)
    await olga.says("/staff")
    await olga.taps("➕ Invite somebody")
    await olga.taps("➕ Invite: Manager")
    await boris.taps("Boris")
    assert boris.keys[0] == ["📱 Share my phone number"]

    await boris.opens(f"?start={olga.link()}")
    assert boris.keys[0][0] == "☀️ Today"
    await boris.taps("▶ Continue")
    assert boris.keys[0] == ["📱 Share my phone number"]
    await boris.says("no number")
    assert boris.keys[0] == ["📱 Share my phone number"]
    before = len(boris.chat)
    await boris.presses("📱 Share my phone number")
    assert boris.keys[0][0] == "☀️ Today"
    boris.hears("Thank you.", "Phone")
    assert len(boris.chat) == before + 3, "the thanks bring the keys: no message more"


async def test_another_role_has_other_keys_and_who_left_has_none(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await olga.says("/staff")
    await olga.taps("👤 Boris")
    await olga.taps("🎭 Another role")
    await olga.taps("Guide")
    await boris.says("🗂 Deals")
    boris.hears("You are not allowed to do this.")
    assert [label for row in boris.keys for label in row] == ["☀️ Today", "🚌 Trips", "⋯ More"]

    await dismisses(olga, "Boris")
    await boris.presses("🚌 Trips")
    assert boris.keys == []
    boris.sees("🏝 Ask for a tour")
    boris.hears("Hello, Boris!")


async def test_who_begins_again_has_the_keys_again(world: World) -> None:
    """A chat that was cleared has none."""
    boris = await world.colleague("Boris", Role.MANAGER)
    before = len(boris.chat)
    await boris.says("/start")
    assert len(boris.chat) == before + 3  # /start, the keys, Today
    await boris.says("/today")
    assert len(boris.chat) == before + 5


async def test_clients_have_no_keys_and_their_words_are_words(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    assert anna.keys == []
    await anna.says("🗂 Deals")
    anna.hears_nothing_of("Deals by stage")
    assert anna.buttons
    await anna.says("/deals")
    anna.hears("You are not allowed to do this.")


async def test_menu_and_help_begin_with_what_is_used_most(world: World) -> None:
    orders = {
        Role.MANAGER: ["/today", "/inbox", "/inquiries", "/inquiry", "/deals", "/deal"],
        Role.ACCOUNTANT: ["/today", "/money", "/deals", "/trips"],
        Role.GUIDE: ["/today", "/trips", "/participants"],
    }
    for role, order in orders.items():
        person = await world.colleague(f"Somebody {role}", role)
        await person.says("/help")
        (told,) = (heard for heard in person.heard if "What you can do here" in heard)
        names = [line.split(" ")[0] for line in told.splitlines() if line.startswith("/")]
        assert names[: len(order)] == order
        assert names[-4:] == ["/help", "/cancel", "/start", "/privacy"]
