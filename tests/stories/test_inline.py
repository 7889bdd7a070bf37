"""Behind the bot's name, in any chat: colleagues find trips and clients; what is posted says nothing personal."""

from dataclasses import replace
from typing import Any

from domain.entities.people import Role
from domain.usecases.staff.staffing import dismiss
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.stories.test_finding import a_client
from tests.things import OHRID
from tests.world import World

GROUP = -1_001_000_000_007
AGENCYS = "tourdesk_demo_bot"


async def friends(world: World, *members: Person) -> None:
    found = {"id": GROUP, "title": "Friends", "members": [one.id for one in members], "bot": "absent"}
    await world.post("/sim/groups", found)


async def posted(person: Person) -> tuple[str, dict[str, Any]]:
    """The newest message of the group as this person sees it, and its only button."""
    seen = await person.world.get(f"/sim/people/{person.id}/chat?chat={GROUP}")
    message = seen["messages"][-1]
    return message["text"], message["buttons"][0][0] if message["buttons"] else {}


async def test_a_trip_is_posted_where_clients_are_and_they_join(world: World) -> None:
    """Борис в переписке с друзьями набирает имя бота и поездку; Мэй записывается."""
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    trip = await a_trip(world, replace(OHRID, seats=3))
    await a_trip(world, replace(OHRID, name="Stambul"))
    await a_deal(world, trip=trip, seats=1)
    mei = await world.person("美", "zh", last_name="李", phone="+359888123457")
    await friends(world, boris, mei)
    there = boris.within(GROUP)

    assert await there.asks_inline("") == [
        "🚌 Ohrid 29.10 · занято 1 из 3 мест",
        "🚌 Stambul 29.10 · занято 0 из 45 мест",
    ]
    found = await there.types("охрид")
    assert [one["description"] for one in found["results"]] == ["Русский", "English", "Български", "中文"]
    await there.picks(found["results"][3]["id"])
    text, button = await posted(mei)
    assert "Ohrid 29.10" in text
    assert "2" in text
    assert "€300" in text
    assert button["label"] == "✅ 报名"
    await mei.opens(button["url"])
    mei.hears("Ohrid 29.10", "您要订几位？")
    await mei.taps("1")
    await mei.taps("李美")
    await mei.taps("📱")
    await mei.taps("✅")
    mei.hears("收到")
    assert (await there.types("zanzibar"))["button"]["text"] == "🔎 Ничего не нашлось: «zanzibar»"


async def test_of_a_client_a_number_is_posted_that_colleagues_open(world: World) -> None:
    """Борис показва клиентка на Калина в групата на агенцията, където има и чужди хора."""
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    eve = await world.person("Eve")
    await eve.says("/start")
    await a_client(world, "Мария Петрова", "+359888123456")
    await friends(world, boris, kalina, eve)
    there = boris.within(GROUP)

    for words in ("mar", "петр", "12 34 56"):
        found = await there.types(words)
        assert [one["title"] for one in found["results"]] == ["👤 Мария Петрова"], words
    assert found["results"][0]["description"] == "Клиент № 1 · +359 88 812 3456"
    await there.picks("👤 Мария")
    text, button = await posted(eve)
    assert text == "👤 Клиент № 1\nМогат да го отворят само колеги."
    assert "Мария" not in str(button)

    await eve.opens(button["url"])
    eve.hears("This link is no longer valid.")
    eve.hears_nothing_of("Мария", "Maria")
    await eve.says("Do you go to Ohrid?")
    eve.hears("Sent.")
    await kalina.opens(button["url"])
    kalina.hears("Мария Петрова", "+359 88 812 3456")
    assert await boris.asks_inline("mar"), "in the chat with the bot, too"
    await boris.picks("👤 Мария")
    boris.hears_nothing_of("Клиент")


async def test_nobody_else_finds_anything(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    galya = await world.colleague("Галя", Role.GUIDE, "ru")
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    anna, eve = await world.person("Anna", "bg"), await world.person("Eve")
    await anna.says("/start")
    await a_trip(world)
    await a_client(world, "Ohrid Maria", "+359888123456")
    await friends(world, boris, galya, ivan, anna, eve)

    for stranger, told in ((anna, "💬 Пишете ни"), (eve, "💬 Write to us")):
        for words in ("", "ohrid", "maria", "123456"):
            answer = await stranger.within(GROUP).types(words)
            assert (answer["results"], answer["button"]["text"]) == ([], told)
    await anna.within(GROUP).types("ohrid")
    await anna.world.post(f"/sim/people/{anna.id}/pick", {"button": True})
    await world.settle()
    await anna.looks()
    anna.sees("🏝 Попитайте за екскурзия" if "🏝 Попитайте за екскурзия" in anna.buttons else "🏝")
    assert len(await ivan.within(GROUP).asks_inline("ohrid")) == 5, (
        "the trip in four languages, and the client"
    )
    only_trips = await galya.within(GROUP).types("ohrid")
    assert all(one["id"].startswith("trip_") for one in only_trips["results"])
    await galya.within(GROUP).picks(only_trips["results"][0]["id"])
    assert (await posted(anna))[1] == {}, "a guide passes no join link on"

    assert await boris.within(GROUP).asks_inline("maria") != []

    def leave(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        member = next(one for one in desk.repositories.staff.active() if one.name == "Boris")
        dismiss(desk, member.id)

    await world.database.run(leave)
    for words in ("maria", ""):
        answer = await boris.within(GROUP).types(words)
        assert (answer["results"], answer["button"]["text"]) == ([], "💬 Write to us")


async def test_the_owner_reads_how_it_is_switched_on(world: World) -> None:
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    await olga.says("/settings")
    olga.hears_nothing_of("/setinline")
    async with world._http.patch("/sim/bot", json={"inline": False}) as answer:
        assert answer.status == 200
    await world.bot.close()
    await world.open_bot()
    await olga.says("/settings")
    olga.hears("@BotFather", "/setinline", f"@{AGENCYS}")
    async with world._http.patch("/sim/bot", json={"inline": True}) as answer:
        assert answer.status == 200
    await olga.types("ohrid")
    await olga.says("/settings")
    olga.hears_nothing_of("/setinline")
