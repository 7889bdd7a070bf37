"""Finding: staff write anything, and get what fits as buttons."""

from dataclasses import replace

from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.entities.deals import Deal
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.people import Role
from domain.entities.travellers import Relation
from domain.entities.trip_guides import TripGuide
from domain.ports.desk import Desk
from storage import SqlUnit
from tests.deals import a_deal, a_trip, with_deal
from tests.things import OHRID
from tests.world import World


async def test_a_name_a_phone_a_trip_and_a_number_are_found(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, trip=await a_trip(world))
    await a_client(world, "Мария Петрова", "+359888123456")

    await boris.says("maria")
    boris.hears("Found for “maria”:")
    boris.sees("👤 Maria Ivanova", "👤 Мария Петрова · +359 88 812 3456")
    for part in ("888 12 34 56", "12-34-56"):
        await boris.says(part)
        boris.hears("Мария Петрова", "+359 88 812 3456")
        boris.hears_nothing_of("Maria Ivanova")
    await boris.taps("◀ Back")
    boris.hears("Found for “12-34-56”:")
    await boris.says("8 888-12-34")
    boris.hears("Nothing found for “8 888-12-34”")
    for trip in ("ohrid", "Охрид", "Ohrid 29.10", "29/10/2027", "охр"):
        await boris.says(trip)
        boris.hears("💺 2 of 45 seats taken")
    await boris.taps("◀ Back")
    boris.sees("🚌 Ohrid 29.10 · 2 of 45 seats")
    await boris.says("1")
    boris.sees("🗂 #1 · Maria Ivanova · Ohrid 29.10 · New", "🚌 Ohrid 29.10")
    for number in ("№1", "№ 1", "#1", "сделка 1", "deal №1", "订单1"):
        await boris.says(number)
        boris.hears("#1", "Ohrid 29.10", "Maria Ivanova", "Stage: New")


async def test_the_list_of_clients_and_what_is_typed_behind_it(world: World) -> None:
    """Калина ведёт двоих; один заблокировал бота."""
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    galya = await world.colleague("Galya", Role.GUIDE)
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, responsible=kalina)
    await a_deal(world, client="Maria Ivanova", responsible=boris)
    for number in range(9):
        await a_client(world, f"Client {number}", None)
    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.settle()

    await boris.says("/clients")
    boris.hears("Клиенты", "Чтобы найти")
    boris.sees("✓ Новые", "👤 Client 8", "👤 Client 2", "Дальше ▶")
    await boris.taps("Дальше ▶")
    boris.sees("👤 Client 1", "👤 Client 0", "👤 Maria Ivanova", "👤 Anna")
    await boris.taps("🗂 Сделки открыты")
    boris.sees("✓ 🗂 Сделки открыты", "👤 Maria Ivanova", "👤 Anna")
    boris.sees_no("👤 Client")
    await boris.taps("🙋 Только мои")
    boris.sees("👤 Maria Ivanova")
    boris.sees_no("👤 Anna")
    await boris.taps("📵 Нет связи")
    boris.sees("👤 Anna")
    boris.sees_no("👤 Maria Ivanova")
    await boris.taps("👤 Anna")
    await boris.taps("◀ Назад")
    boris.sees("✓ 📵 Нет связи", "👤 Anna")
    await boris.says("/clients анна")
    boris.hears("Anna", "Клиент с")
    await tagged(world, "Client 1", "море", "vip")
    await tagged(world, "Client 8", "vip")
    await boris.says("/clients")
    await boris.taps("🏷 Метки")
    boris.hears("Метки", "Выберите метку")
    boris.sees("#vip · 2", "#море · 1")
    await boris.taps("#vip")
    boris.sees("✓ #vip", "👤 Client 8", "👤 Client 1")
    boris.sees_no("👤 Client 7", "👤 Anna")
    await boris.taps("👤 Client 1")
    await boris.taps("◀ Назад")
    boris.sees("✓ #vip")
    await kalina.says("клиент № 3")
    kalina.hears("Client 0", "Клиент от")
    await kalina.says("/clients")
    await kalina.taps("🙋 Само моите")
    kalina.sees("👤 Anna")
    await galya.says("/clients")
    galya.hears("not")
    galya.sees_no("👤")


async def test_a_client_is_found_by_whom_they_take_along(world: World) -> None:
    """Том ещё никуда не ездил; его загранпаспорт записан у мамы."""
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)

    def work(unit: SqlUnit) -> None:
        rosa = Client("Rosa Ivanova", None, world.desk(unit).now)
        unit.repositories.clients.add(rosa)
        tom = Companion(rosa, Relation.CHILD, "Tom Baker", world.desk(unit).now)
        tom.passport = "ZQ7654321"
        unit.repositories.companions.add(tom)
        unit.repositories.clients.add(Client("Tomas Berg", None, world.desk(unit).now))

    await world.database.run(work)
    await boris.says("том")
    boris.sees("👤 Tomas Berg", "👤 Rosa Ivanova · с Tom Baker")
    await boris.says("zq 765-4321")
    boris.hears("Rosa Ivanova", "Клиент с")
    await boris.taps("◀ Назад")
    boris.sees("👤 Rosa Ivanova · загранпаспорт: Tom Baker")
    await boris.says("zq 765-43")
    boris.hears("Ничего не нашлось")
    await ivan.says("ZQ7654321")
    ivan.hears("Nothing found")
    await ivan.says("baker")
    ivan.hears("Rosa Ivanova")


async def test_an_inquiry_is_found_by_its_number(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await an_inquiry(world)
    await kalina.says("№ 1")
    kalina.hears("Inquiry #1", "Maria", "Lisbon")
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    await ivan.says("№ 1")
    ivan.hears("Maria", "Client since")
    ivan.hears_nothing_of("Inquiry", "Lisbon")
    await ivan.says("№ 2")
    ivan.hears("Nothing found for “№ 2”")


async def test_the_way_back_leads_to_what_was_found(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world)
    await boris.says("maria")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("History of client #1")
    await boris.taps("◀ Back")
    boris.sees("🕘 History")
    await boris.taps("◀ Back")
    boris.hears("Client since")
    await boris.taps("🗂 #1")
    await boris.taps("◀ Back")
    boris.hears("Client since")
    await boris.taps("◀ Back")
    boris.hears("Found for “maria”:")


async def test_nothing_found_offers_to_take_an_inquiry(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    for unknown in (
        "Nobody <b>& Co</b>",
        "\U0001f30a",
        "99999",
        "'; drop table trips; --",
        "%",
        "x" * 5000,
        "a " * 2000,
    ):
        await kalina.says(unknown)
        kalina.hears("Nothing found for “")
        kalina.sees("☎️ Take an inquiry", "➕ New deal")
    await kalina.taps("☎️ Take an inquiry")
    kalina.sees("✖ Cancel")


async def test_a_guide_finds_trips_only(world: World) -> None:
    galya = await world.colleague("Galya", Role.GUIDE)
    await a_deal(world, client="Ohrid Maria", trip=await a_trip(world))
    await galya.says("Ohrid")
    galya.hears("Ohrid 29.10")
    galya.sees_no("👤")
    await galya.says("1")
    galya.hears_nothing_of("Maria")
    galya.sees_no("🗂")
    await galya.says("Maria")
    galya.hears("Nothing found")
    galya.sees_no("☎️ Take an inquiry", "➕ New deal")


async def test_clients_find_nothing_of_others(world: World) -> None:
    await a_deal(world, trip=await a_trip(world))
    anna = await world.person("Anna")
    await anna.says("/start")
    for words in ("Ohrid", "Maria", "#1", "1"):
        await anna.says(words)
        anna.hears_nothing_of("Found for", "Ivanova", "45 seats")
        anna.sees_no("👤", "🗂", "🚌")


async def test_many_are_found_page_by_page(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    for number in range(1, 13):
        await a_client(world, f"Maria {number:02}", None)
    await boris.says("maria")
    boris.sees("👤 Maria 01", "👤 Maria 05", "Next ▶")
    await boris.taps("Next ▶")
    boris.sees("👤 Maria 06", "👤 Maria 10", "◀ Previous")
    await boris.taps("Next ▶")
    boris.sees("👤 Maria 12")
    boris.sees_no("Next ▶", "👤 Maria 10")


async def test_names_are_found_as_they_are_written(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    for name in ('R&B <Party> "Night"', "Черноморие", "奥赫里德湖"):
        await a_trip(world, replace(OHRID, name=name))
    for typed, name in (
        ("r&b", 'R&B <Party> "Night"'),
        ("party", 'R&B <Party> "Night"'),
        ("chernomorie", "Черноморие"),
        ("赫里德", "奥赫里德湖"),
        ("Oh\u200drid", ""),
    ):
        await boris.says(typed)
        if name:
            boris.hears(f"{name} 29.10 · Coach", "45 seats")


async def test_a_traveller_is_found_by_name_in_any_script(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    trip = await a_trip(world)
    await a_deal(world, client="Maria Ivanova", trip=trip, travellers=["Maria Ivanova", "Emily O’Brien"])
    await a_deal(world, client="Li Wei", trip=trip, travellers=["李 美"])
    for typed, name in (
        ("emily", "Emily O’Brien"),
        ("o'brien", "Emily O’Brien"),
        ("李美", "李 美"),
        ("美", "李 美"),
    ):
        await boris.says(typed)
        boris.hears(name, "рожд. дата")
    await boris.taps("◀ Назад")
    boris.sees("🧳 李 美 · Ohrid 29.10")
    await boris.says("maria")
    boris.hears("Maria Ivanova", "Клиент от")


async def test_who_was_renamed_or_stays_at_home_is_found_accordingly(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    deal = await a_deal(world, client="Maria", trip=await a_trip(world), travellers=["Emily Brown", "Tom"])

    def changed(desk: Desk, one: Deal) -> None:
        one.travellers[0].name = "Emily Green"
        one.travellers[1].cancelled_at = desk.now

    await with_deal(world, deal, changed)
    await boris.says("brown")
    boris.hears("Nothing found")
    await boris.says("tom")
    boris.hears("Nothing found")
    await boris.says("green")
    boris.hears("Emily Green")


async def test_a_guide_finds_who_travels_on_their_trips(world: World) -> None:
    galya = await world.colleague("Галя", Role.GUIDE, "ru")
    trip = await a_trip(world)
    await a_deal(world, client="Anna", trip=trip, travellers=["Emily Brown"])
    await a_deal(
        world,
        client="Pavel",
        trip=await a_trip(world, replace(OHRID, name="Bansko")),
        travellers=["Emily Green"],
    )
    await galya.says("Emily")
    galya.hears("Ничего не нашлось", "ℹ️ Вы как гид находите поездки и туристов тех поездок")

    def assign(unit: SqlUnit) -> None:
        member = next(one for one in unit.repositories.staff.active() if one.role is Role.GUIDE)
        unit.repositories.trips.guide(
            TripGuide(unit.repositories.trips.get(trip), member, world.desk(unit).now)
        )

    await world.database.run(assign)
    await galya.says("эмили")
    galya.hears("Emily Brown · Ohrid 29.10", "👤 Anna")
    await galya.taps("👥 Участники")
    galya.hears("Emily Brown")


async def test_a_look_aside_loses_nothing_and_says_what_goes_on(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, language="ru")
    await boris.says("/menu")
    await boris.taps("➕ Новая поездка")
    await boris.says("Истанбул")
    await boris.taps("✈️ Самолёт")
    await boris.says("/deals")
    boris.hears("Сделки")
    boris.sees("▶ Продолжить: новая поездка")
    await boris.says("20.02.2027")
    boris.hears("Ничего не нашлось: «20.02.2027»")
    boris.sees("▶ Продолжить: новая поездка")
    await boris.says("/deals")
    await boris.taps("🗂 По этапам")
    boris.sees("▶ Продолжить: новая поездка")
    await boris.taps("Новая · 0")
    boris.sees("▶ Продолжить: новая поездка")
    await boris.taps("▶ Продолжить: новая поездка")
    boris.hears("Когда отправление?")
    await boris.says("20.02.2028")
    boris.hears("Во сколько")


async def test_a_command_nobody_knows_says_so_and_the_question_stays(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, language="bg")
    await boris.says("/trip")
    boris.hears("Няма команда /trip. Може би /trips?")
    await boris.says("/trips")
    await boris.taps("➕ Ново пътуване")
    await boris.says("/dels")
    boris.hears("Няма команда /dels. Може би /deals?", "Как се казва пътуването?")
    await boris.says("Охрид")
    boris.hears("С какво се пътува?")
    mei = await world.person("美", "zh", last_name="李")
    await mei.says("/xyzzy")
    mei.hears("没有 /xyzzy 这个命令。全部命令：/help")
    await mei.says("/deals")
    mei.hears("没有")


async def tagged(world: World, name: str, *tags: str) -> None:
    def work(unit: SqlUnit) -> None:
        [client] = unit.repositories.clients.search(name)
        client.tags = tags
        unit.repositories.flush()
        unit.repositories.clients.renamed(client)

    await world.database.run(work)


async def a_client(world: World, name: str, phone: str | None) -> None:
    def work(unit: SqlUnit) -> None:
        unit.repositories.clients.add(Client(name, phone, world.desk(unit).now))

    await world.database.run(work)


async def an_inquiry(world: World) -> None:
    def work(unit: SqlUnit) -> None:
        now = world.desk(unit).now
        client = Client("Maria", None, now)
        unit.repositories.clients.add(client)
        unit.repositories.inquiries.add(
            Inquiry(client, Channel.PHONE, InquiryKind.INDIVIDUAL, "Lisbon", None, 2, now)
        )

    await world.database.run(work)
