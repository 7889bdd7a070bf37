"""Trips ahead, under way and over; a trip once more on another day; and a second one of one name and day."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.flows.trips import copy_trip
from domain.entities.people import Role
from domain.values.language import Language
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.things import OHRID
from tests.world import World

SOFIA = ZoneInfo("Europe/Sofia")


async def test_a_trip_under_way_does_not_vanish(world: World) -> None:
    galya = await world.colleague("Галя", Role.GUIDE, "bg")
    await a_deal(world, client="Maria Ivanova", trip=await a_trip(world), travellers=["Maria", "Ivan"])
    await world.turn(datetime(2027, 10, 28, 12, tzinfo=SOFIA))
    await galya.says("/trips")
    galya.sees("✓ Бъдещи", "На път", "Минали", "Ohrid 29.10", "👥 2/45")
    await world.turn(datetime(2027, 10, 30, 12, tzinfo=SOFIA))
    await galya.says("/trips")
    galya.hears("Няма предстоящи пътувания.")
    await galya.taps("На път")
    galya.hears("Ohrid 29.10")
    galya.sees("✓ На път")
    await galya.taps("👥 2/45")
    galya.hears("Maria", "Ivan")
    await galya.taps("◀ Назад")
    galya.sees("✓ На път")
    await world.turn(datetime(2027, 11, 1, 23, 30, tzinfo=SOFIA))
    await galya.says("/trips")
    await galya.taps("На път")
    galya.sees("Ohrid 29.10")
    await world.turn(datetime(2027, 11, 2, 0, 30, tzinfo=SOFIA))
    await galya.says("/trips")
    await galya.taps("На път")
    galya.hears("В момента няма пътувания в ход.")
    await galya.taps("Минали")
    galya.sees("Ohrid 29.10")
    await galya.taps("Ohrid 29.10")
    galya.hears("от 45, заети: 2")
    galya.sees_no("📋")


async def test_boris_copies_a_trip_as_the_flow_says(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_trip(world)

    def translate(unit: SqlUnit) -> None:
        unit.repositories.trips.get(number).translate(Language.RUSSIAN, {"name": "Охрид"})

    await world.database.run(translate)
    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    await play(copy_trip.__doc__, boris)

    made = await world.database.read(lambda unit: unit.repositories.trips.get(number + 1))
    first = await world.database.read(lambda unit: unit.repositories.trips.get(number))
    assert made.departs == first.departs + timedelta(days=7)
    assert made.returns == first.returns + timedelta(days=7)
    assert made.balance_due == first.balance_due + timedelta(days=7)
    assert (made.price, made.seats, made.place) == (first.price, first.seats, first.place)
    assert made.words("name").said(Language.RUSSIAN) == "Охрид"
    await boris.says("Охрид 05.11")
    boris.hears("Ohrid 05.11")


async def test_like_last_time_is_three_taps(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    await a_trip(world)
    await world.turn(datetime(2027, 11, 20, 12, tzinfo=SOFIA))
    await boris.says("/trips")
    await boris.taps("Прошедшие")
    await boris.taps("Ohrid 29.10")
    await boris.taps("🔁 Копировать")
    boris.hears("Такая же, как Ohrid 29.10: на какой день?")
    boris.sees_no("через 1 неделю")
    await boris.says("19.11.2027")
    boris.hears("Это уже в прошлом.")
    await boris.taps("через 52 недели · 27 октября 2028")
    boris.hears("Ohrid 27.10.2028", "предоплата до")
    await boris.taps("✅ Сохранить")
    boris.hears("Занято мест: 0 из 45")


async def test_what_is_near_is_due_today_at_the_earliest(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_trip(world)
    await open_copy(boris)
    await boris.says("05.03.2027")
    await boris.taps("✅ Save")
    made = await world.database.read(lambda unit: unit.repositories.trips.get(number + 1))
    assert (made.deposit_due, made.documents_due, made.balance_due) == (date(2027, 3, 1),) * 3


async def test_a_second_trip_of_one_name_and_day_is_asked_about(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_trip(world)
    await a_trip(world, replace(OHRID, name="Bansko"))
    await open_copy(boris)
    await boris.says("29.10.2027")
    boris.hears("There already is Ohrid 29.10 · 0 of 45 seats. Is this a second one?")
    await boris.taps("✏️ Departure")
    await boris.says("30.10.2027")
    boris.hears_nothing_of("There already is")
    await boris.taps("✏️ Departure")
    await boris.says("29.10.2027")
    await boris.taps("✅ Save")
    boris.hears("Ohrid 29.10")


async def test_a_new_trip_of_a_name_and_day_that_is_there_is_asked_about(world: World) -> None:
    mei = await world.colleague("美", Role.MANAGER, "zh-hans")
    await a_trip(world)
    await mei.says("/trips")
    await mei.taps("➕ 新行程")
    for answer in (
        "ohrid",
        "大巴",
        "29.10.2027 06:30",
        "NDK",
        "跳过",
        "1.11.2027",
        "45",
        "300",
        "90",
        "跳过",
    ):
        await (mei.taps(answer) if answer == "跳过" else mei.says(answer))
    await mei.taps("✅")
    mei.hears("已有同名同日的行程：Ohrid 29.10")


async def open_copy(person: Person) -> None:
    await person.says("/trips")
    await person.taps("Ohrid 29.10")
    await person.taps("🔁 Copy")
