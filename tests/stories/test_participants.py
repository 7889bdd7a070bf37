"""Who travels: asked for in any words, filtered, in the chat and as files; no money for guides."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from aiohttp import ClientSession
from openpyxl import load_workbook

from domain.entities.deals import Deal
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Role
from domain.ports.desk import Actor, Desk
from domain.queries.participants import participants
from domain.values.refusals import Forbidden
from storage import SqlUnit
from tests.deals import a_deal, a_trip, with_deal
from tests.papers import reading
from tests.people import Person
from tests.things import OHRID, eur
from tests.world import World


async def test_boris_asks_who_travels_and_what_is_owed(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_full_trip(world)

    await boris.says("/participants Ohrid 29.10.2027")
    boris.hears(
        "Ohrid 29.10: participants",
        "👥 3 people, 45 seats in all",
        "💶 €250 of €900 paid, €650 left to pay",
        "#1 · Maria Ivanova · Deposit · €250 paid, €350 left to pay",
        "1. Maria Ivanova",
        "2. Георги Иванов",
        "#2 · 王小明 · New · €0 paid, €300 left to pay",
        "3. name to follow",
    )
    boris.sees("✓ All · 3", "New · 1", "Deposit · 2", "📊 XLSX", "📄 PDF")

    await boris.taps("Deposit · 2")
    boris.hears("At the stage “Deposit”: 2 people", "€350 left to pay", "2. Георги Иванов")
    boris.hears_nothing_of("王小明")
    await boris.taps("📊 XLSX")
    boris.hears("Ohrid 29.10: 2 people", "[Ohrid 29.10.2027.xlsx]")
    cells = sheet_cells(await newest_file(world, boris))
    assert {"Maria Ivanova", "Георги Иванов", 600, 250, 350} <= cells
    assert "王小明" not in cells

    await boris.taps("All · 3")
    await boris.taps("📄 PDF")
    boris.hears("[Ohrid 29.10.2027.pdf]")
    page = reading.words(await newest_file(world, boris))
    assert "In all 900.00 250.00 650.00" in page
    assert "王小明" in page


async def test_what_one_paid_too_much_pays_no_other_s_debt(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_full_trip(world)

    def dearer_before(_desk: Desk, deal: Deal) -> None:
        deal.price = eur(200)

    await with_deal(world, 1, dearer_before)
    await boris.says("/participants Ohrid 29.10.2027")
    boris.hears(
        "💶 €250 of €500 paid, €300 left to pay",
        "↩️ €50 to give back",
        "#1 · Maria Ivanova · Deposit · €250 paid, €0 left to pay · €50 to give back",
        "#2 · 王小明 · New · €0 paid, €300 left to pay",
    )


async def test_a_guide_sees_the_people_and_no_money_anywhere(world: World) -> None:
    await a_full_trip(world)
    galya = await world.colleague("Galya", Role.GUIDE)
    await galya.says("participants of Ohrid 29.10.2027")
    galya.hears("👥 3 people, 45 seats in all", "1. Maria Ivanova")
    galya.hears_nothing_of("EUR", "paid", "owed", "250", "300")

    await galya.taps("📊 XLSX")
    cells = sheet_cells(await newest_file(world, galya))
    assert "Maria Ivanova" in cells
    assert not cells & {600, 250, 350, 300, 900, 650, "Price, EUR", "Paid, EUR", "In all"}
    await galya.taps("📄 PDF")
    page = reading.words(await newest_file(world, galya))
    assert "Maria Ivanova" in page
    assert not [
        word for word in ("EUR", "250.00", "350.00", "600.00", "900.00", "Left to pay") if word in page
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "participants of Ohrid 29.10.2027"),
        ("en", "Participants Ohrid 29/10/2027?"),
        ("en", "list of the participants of Ohrid 29.10"),
        ("en", "Ohrid 29.10.2027 participants"),
        ("ru", "участники Охрид 29.10.2027"),
        ("ru", "Список участников в Охрид 29.10.27"),
        ("bg", "участници в Охрид 29.10.2027"),
        ("bg", "списък на участниците за Охрид 29.10.2027 г."),
        ("zh", "奥赫里德 29.10.2027 名单"),
        ("zh", "奥赫里德10月29日名单"),
        ("zh", "名单 Ohrid 2027-10-29"),
        ("zh", "29.10.2027的参加者名单"),
    ],
)
async def test_it_is_asked_in_plain_words(world: World, language: str, words: str) -> None:
    await a_trip(world)
    await a_trip(
        world,
        replace(
            OHRID,
            departs=datetime(2027, 5, 29, 6, 30),
            returns=date(2027, 6, 1),
            documents_due=date(2027, 4, 1),
            deposit_due=date(2027, 4, 1),
            balance_due=date(2027, 4, 1),
        ),
    )
    kalina = await world.colleague("Kalina", Role.OPERATOR, language)
    await kalina.says(words)
    kalina.hears("Ohrid 29.10")
    kalina.sees("📊 XLSX")


async def test_of_several_trips_one_is_chosen_by_button(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_trip(world)
    await a_trip(world, replace(OHRID, departs=datetime(2027, 11, 5, 6, 30), returns=date(2027, 11, 7)))
    await a_trip(world, replace(OHRID, name='奥赫里德 <&> "Lake"'))
    await boris.says("/participants охрид")
    boris.hears("Participants of which trip?")
    boris.sees("Ohrid 05.11 · 0 of 45 seats", "Ohrid 29.10 · 0 of 45 seats")
    boris.sees_no("奥赫里德")
    await boris.taps("Ohrid 05.11")
    boris.hears("Ohrid 05.11: participants", "Nobody yet.")

    await boris.says("/participants")
    boris.sees('奥赫里德 <&> "Lake" 29.10', "Ohrid 05.11")
    await boris.says("/participants 赫里德")
    boris.hears('奥赫里德 <&> "Lake" 29.10: participants')
    await boris.taps("📄 PDF")
    boris.hears('奥赫里德 <&> "Lake" 29.10: 0 people', "[奥赫里德 Lake 29.10.2027.pdf]")
    await boris.says("/participants Vienna")
    boris.hears("Nothing found for “Vienna”")
    await boris.says("/participants 05.11")
    boris.hears("Ohrid 05.11: participants")


async def test_who_cancels_or_is_lost_leaves_every_list_at_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    first, second = await a_full_trip(world)
    await boris.says("/participants Ohrid")
    boris.hears("👥 3 people")

    await with_deal(world, second, lambda desk, deal: deal.lose("other plans", desk.now))
    await boris.taps("Deposit · 2")
    await boris.taps("All · 2")
    boris.hears("👥 2 people", "€250 of €600 paid")
    boris.hears_nothing_of("王小明")

    await with_deal(world, first, georgi_stays_at_home)
    await boris.taps("📊 XLSX")
    assert "Георги Иванов" not in sheet_cells(await newest_file(world, boris))
    await boris.says("/trips")
    boris.hears("Ohrid 29.10 · 1 of 45 seats")
    await boris.taps("Ohrid")
    await boris.taps("👥 Participants")
    boris.hears("👥 1 person, 45 seats in all", "1. Maria Ivanova")
    boris.hears_nothing_of("Георги", "王小明")
    await boris.taps("👥 Clients")
    boris.hears("👥 Clients", "Ohrid 29.10")
    await boris.taps("👤 Maria Ivanova")
    boris.hears("Maria Ivanova")
    await boris.taps("◀")
    boris.hears("👥 Clients", "Ohrid 29.10")
    await boris.taps("◀")
    boris.hears("👥 1 person, 45 seats in all")


async def test_long_lists_come_page_by_page(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_trip(world)
    await a_deal(world, trip=number, seats=40, travellers=[f"Traveller {n}" for n in range(1, 39)])
    await boris.says("/participants Ohrid")
    boris.hears("👥 40 people", "#1 · Maria Ivanova", "15. Traveller 15")
    boris.hears_nothing_of("16. Traveller")
    await boris.taps("Next ▶")
    boris.hears("#1 · Maria Ivanova", "16. Traveller 16", "30. Traveller 30")
    await boris.taps("Next ▶")
    boris.hears("38. Traveller 38", "40. name to follow")
    boris.sees_no("Next ▶")
    await boris.taps("◀ Previous")
    boris.hears("16. Traveller 16")


async def test_nobody_else_gets_a_list(world: World) -> None:
    await a_full_trip(world)
    anna = await world.person("Anna")
    await anna.says("/start")
    for words in ("/participants Ohrid", "participants of Ohrid 29.10.2027"):
        await anna.says(words)
        anna.hears_nothing_of("Maria", "Георги", "45 seats")
    await anna.says("/participants Ohrid")
    anna.hears("You are not allowed to do this.")

    def behind_every_door(unit: SqlUnit) -> None:
        met = unit.repositories.people.by_telegram_id(anna.id)
        participants(replace(world.desk(unit), actor=Actor(met)), 1)

    with pytest.raises(Forbidden):
        await world.database.read(behind_every_door)


async def a_full_trip(world: World) -> tuple[int, int]:
    """Maria with Georgi at the deposit, 250 of 600 paid; Xiaoming new, without a name on his seat."""
    number = await a_trip(world)
    first = await a_deal(world, trip=number, step="deposit", travellers=["Maria Ivanova", "Георги Иванов"])
    second = await a_deal(world, client="王小明", trip=number, seats=1)
    await with_deal(world, first, pays_250)
    return first, second


def pays_250(desk: Desk, deal: Deal) -> None:
    deal.payments.append(Payment(eur(250), PaymentMethod.CASH, desk.today, None, desk.now))


def georgi_stays_at_home(desk: Desk, deal: Deal) -> None:
    deal.party[1].cancelled_at = desk.now
    deal.seats = 1


async def newest_file(world: World, person: Person) -> bytes:
    """The content of the last file the bot has sent."""
    address = next(m["file"]["url"] for m in reversed(person.chat) if m["file"])
    async with ClientSession(world.sandbox.url) as http, http.get(address) as answer:
        return await answer.read()


def sheet_cells(content: bytes) -> set[object]:
    page = load_workbook(BytesIO(content), data_only=True).active
    assert page is not None
    return {cell.value for row in page.iter_rows() for cell in row}
