"""Coming in: owner, staff, clients and strangers; languages; forged and stale buttons."""

from datetime import timedelta

from bot.conversation.dispatching.misuse import TRIES
from domain.entities.people import Role
from tests.world import World


async def test_the_owner_invites_a_manager(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    olga.hears("Welcome to Tourdesk! You are now: Owner.", "Hello, Olga.")

    await olga.says("/staff")
    await olga.taps("➕ Invite somebody")
    await olga.taps("➕ Invite: Manager")
    olga.hears("It works once, for one person, within a day.")
    link = olga.link()

    boris = await world.person("Борис", "bg")
    await boris.says(f"/start {link}")
    await olga.says("/staff")
    olga.hears("Борис · Manager")

    maria = await world.person("Maria")
    await maria.says(f"/start {link}")
    maria.hears("This link is no longer valid.")
    maria.sees("🏝 Ask for a tour")
    maria.sees_no("📥 Inquiries")


async def test_a_stranger_changes_the_language_in_one_tap(world: World) -> None:
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    await anna.taps(anna.buttons[-1])
    await anna.taps("中文")
    await anna.says("/language")
    await anna.taps("English")
    anna.hears("Hello, Анна!")
    await anna.says("/language")
    await anna.taps("🕒 My city")
    await anna.says("Atlantis")
    anna.hears("Atlantis")
    await anna.says("北京")
    anna.hears("🕒 Your clock: Shanghai")
    await anna.taps("Русский")
    await anna.says("/language")
    anna.hears("🕒 Ваше время: Шанхай")


async def test_a_chinese_name_has_the_family_first(world: World) -> None:
    mei = await world.person("美", "zh", last_name="李")
    await mei.says("/start")
    mei.hears("您好，李美！")


async def test_a_name_that_cannot_be_seen_is_not_said(world: World) -> None:
    nobody = await world.person("\u3164")
    await nobody.says("/start")
    nobody.hears("Hello! Tell us where you would like to go")
    await nobody.says("/tour")
    for answer in ("Ohrid", "in autumn", "2"):
        await nobody.says(answer)
    nobody.hears("What is your name?")
    assert not any(label.isdigit() for label in nobody.buttons)
    await nobody.says("Anna")
    await nobody.taps("Skip")
    await nobody.taps("✅ Send")
    nobody.hears("We have received your inquiry")
    await nobody.says("/start")
    nobody.hears("Hello, Anna!")


async def test_a_forged_tap_does_nothing_and_is_recorded(world: World) -> None:
    eve = await world.person("Eve")
    await eve.says("/start")
    for data in ("f:1:1:99", "f:999:1:0", "n:1:advance", "x", "f:1:1", "f:-1:0:0", "f:1:99:0"):
        await eve.forges(data, eve.last["message_id"])
    assert eve.toast == ""
    history = await world.database.read(lambda unit: unit.repositories.history.of("person", 1))
    assert {entry.what for entry in history} == {"forged_tap"}

    await eve.taps("🌐 Language")
    eve.hears("Which language would you like?")


async def test_who_does_not_stop_forging_does_not_fill_the_history(world: World) -> None:
    eve = await world.person("Eve")
    await eve.says("/start")

    async def written() -> int:
        return len(await world.database.read(lambda unit: unit.repositories.history.of("person", 1, 99)))

    for _ in range(TRIES + 3):
        await eve.forges("x", eve.last["message_id"])
    assert await written() == TRIES
    await world.turn(timedelta(hours=1, minutes=1))
    await eve.forges("x", eve.last["message_id"])
    assert await written() == TRIES + 1
