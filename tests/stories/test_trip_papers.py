"""A trip's lists in two taps: who owes, who lacks papers, the border's list, its guides, and what changed since a copy."""

from datetime import date

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.people import Role
from domain.entities.travellers import Relation, Traveller
from domain.ports.desk import Desk
from tests.deals import a_deal, a_trip, with_deal
from tests.papers import reading
from tests.stories.test_participants import newest_file, sheet_cells
from tests.things import eur
from tests.world import World


async def test_who_owes_and_who_lacks_papers_in_two_taps(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    trip = await a_trip(world)
    ready = await a_deal(
        world,
        client="Мария",
        trip=trip,
        seats=1,
        travellers=["Maria Ivanova"],
        passports=DocumentState.SENT,
        price=eur(0),
    )
    await with_deal(world, ready, told)
    await a_deal(world, client="Георги", trip=trip, seats=2, travellers=["Georgi Ivanov"])
    await boris.taps("🚌 Поездки")
    await boris.taps("👥 3/45")
    boris.sees("✓ Все · 3", "💶 Не оплачено · 2", "📄 Нет документов · 2")
    await boris.taps("💶 Не оплачено · 2")
    boris.hears("💶 Не оплачено: 2 человека", "Georgi Ivanov")
    boris.hears_nothing_of("Maria Ivanova")
    await boris.taps("📄 Нет документов · 2")
    boris.hears("📄 Нет документов: 2 человека", "Georgi Ivanov")
    boris.hears_nothing_of("Maria Ivanova")
    await boris.taps("📊 XLSX")
    cells = sheet_cells(await newest_file(world, boris))
    assert "Georgi Ivanov" in cells
    assert "Maria Ivanova" not in cells
    boris.hears_nothing_of("Последняя")
    await boris.taps("◀ Назад")
    boris.hears("Поездки")


async def test_the_borders_list_is_handed_over_and_its_changes_are_told(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world)
    deal = await a_deal(world, client="Maria", trip=trip, seats=3, travellers=["Maria Ivanova", "Wang Wei"])
    await with_deal(world, deal, told)
    await boris.says("/trips")
    await boris.taps("👥")
    await boris.taps("🛂 Border XLSX")
    boris.hears("🛂 Ohrid 29.10: 2 people", "1 traveller's details are incomplete.", "1 seat without a name.")
    cells = sheet_cells(await newest_file(world, boris))
    assert {"Maria Ivanova", "17.05.1985", "Bulgaria", "AB1234567", "17.05.2031", "Wang Wei"} <= cells
    await boris.taps("🛂 Border PDF")
    page = reading.words(await newest_file(world, boris))
    assert "Maria Ivanova 17.05.1985 Bulgaria AB1234567 17.05.2031" in page

    await boris.says("/participants Ohrid")
    boris.hears("🖨 Border list: 1 March")
    boris.hears_nothing_of("Since then")
    await with_deal(world, deal, replaced)
    await boris.says("/participants Ohrid")
    boris.hears("⚠️ Since then: +1 −1 ✎1")
    await boris.taps("✎ Border changes")
    boris.hears("➕ Added: Pavel Ivanov", "➖ Removed: Wang Wei", "✎ Changed: Maria Ivanova")
    await boris.taps("◀ Back")
    await boris.taps("🛂 Border PDF")
    assert boris.last["file"]["name"] == "Ohrid 29.10.2027 Border list.pdf"
    vera = await world.colleague("Вера", Role.MANAGER, "ru")
    await vera.says("/participants Ohrid")
    await vera.taps("🛂 Граница PDF")
    assert vera.last["file"]["name"] == "Ohrid 29.10.2027 Список для границы.pdf"
    await boris.says("/participants Ohrid")
    boris.hears_nothing_of("Since then")
    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("The border list was exported")


async def test_what_was_changed_back_is_no_change(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world)
    deal = await a_deal(world, client="Maria", trip=trip, seats=1, travellers=["Maria Ivanova"])
    await boris.says("/participants Ohrid")
    await boris.taps("📄 PDF")
    await with_deal(world, deal, lambda _desk, one: renamed(one, "Maria Petrova"))
    await boris.says("/participants Ohrid")
    boris.hears("Since then: +0 −0 ✎1")
    await with_deal(world, deal, lambda _desk, one: renamed(one, "Maria Ivanova"))
    await boris.says("/participants Ohrid")
    boris.hears("🖨 Participants:")
    boris.hears_nothing_of("Since then")


async def test_a_guide_is_assigned_and_hands_the_list_over(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    galya = await world.colleague("Галя", Role.GUIDE, "bg")
    ivan = await world.colleague("Ivan", Role.GUIDE)
    deal = await a_deal(
        world, client="Maria", trip=await a_trip(world), seats=1, travellers=["Maria Ivanova"]
    )
    await with_deal(world, deal, told)
    await a_trip(world)
    await galya.says("/participants 1")
    await galya.says("/trips")
    await galya.taps("👥 1/45")
    galya.sees_no("🛂")
    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    await boris.taps("🧭 Guides")
    boris.sees("Галя", "Ivan")
    await boris.taps("Галя")
    boris.sees("✓ Галя", "Ivan")
    await boris.taps("◀ Back")
    boris.hears("🧭 Guides: Галя")

    await world.settle()
    await galya.looks()
    galya.hears("🧭 Вие водите групата: Ohrid 29.10", "💺 Заети: 1 място")
    await galya.says("/trips")
    await galya.taps("🧭 Мои")
    galya.sees("👥 1/45")
    galya.sees_no("👥 0/45")
    await galya.taps("👥 1/45")
    await galya.taps("🛂 Граница XLSX")
    assert {"AB1234567", "България"} <= sheet_cells(await newest_file(world, galya))
    await ivan.says("/trips")
    await ivan.taps("🧭 Mine")
    ivan.hears("You have no trips to guide yet.")

    await boris.taps("🧭 Guides")
    await boris.taps("✓ Галя")
    await galya.says("/trips")
    await galya.taps("👥 1/45")
    galya.sees_no("🛂")
    await boris.taps("◀ Back")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("No longer a guide: Галя", "Guide: Галя")


async def test_who_travels_has_a_citizenship(world: World) -> None:
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, trip=await a_trip(world), seats=2)
    await anna.says("/mytrips")
    await anna.taps("✍️ Турист 1 из 2")
    await anna.taps("👤 Кто-то другой")
    for answer in ("Anna Petrova", "17.05.1985", "AB 123 4567", "17.05.2031"):
        await anna.says(answer)
    anna.hears("Гражданство: Болгария")
    await anna.taps("✏️ Гражданство")
    await anna.says("Атлантида")
    anna.hears("Такой страны я не знаю.")
    await anna.says("РФ")
    anna.hears("Гражданство: Россия")
    await anna.taps("✅ Сохранить")
    await anna.taps("➕")
    await anna.taps("👤 Кто-то другой")
    await anna.says("Li Mei 12.03.1985 E12345678 12.03.2030, 中国")
    anna.hears("Li Mei", "Гражданство: Китай")
    await anna.taps("✅ Сохранить")
    kept = await with_deal(world, deal, lambda _desk, one: [each.citizenship for each in one.party])
    assert kept == ["RU", "CN"]


async def test_a_pasted_list_tells_citizenships(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    deal = await a_deal(world, client="Maria", trip=await a_trip(world), seats=5)
    await boris.says(f"/deals {deal}")
    await boris.taps("📄 Documents")
    await boris.taps("📋")
    await boris.says(
        "1. Wang Wei 12.03.1985 E12345678 12.03.2030 CHN\n"
        "2. Anna Petrova, Bulgaria, 17.05.1985\n"
        "3. Nino Georgia 01.02.1990\n"
        "4. Ivan Petrov 03.04.1990 гражданство: Русия\n"
        "5. Petar Ivanov 05.06.1991"
    )
    boris.hears("1. Wang Wei", "China", "2. Anna Petrova", "Bulgaria", "4. Ivan Petrov", "Russia")
    await boris.taps("✅ Add all")
    kept = await with_deal(
        world, deal, lambda _desk, one: {each.name: each.citizenship for each in one.party}
    )
    assert kept == {
        "Wang Wei": "CN",
        "Anna Petrova": "BG",
        "Nino Georgia": None,
        "Ivan Petrov": "RU",
        "Petar Ivanov": None,
    }


def told(_desk: Desk, deal: Deal) -> None:
    first = deal.travellers[0]
    first.born_on, first.passport, first.citizenship = date(1985, 5, 17), "AB1234567", "BG"
    first.passport_expires = date(2031, 5, 17)


def replaced(desk: Desk, deal: Deal) -> None:
    deal.travellers[0].passport = "AB7654321"
    deal.travellers[1].cancelled_at = desk.now
    deal.travellers.append(Traveller(Relation.OTHER, "Pavel Ivanov"))


def renamed(deal: Deal, name: str) -> None:
    deal.travellers[0].name = name
