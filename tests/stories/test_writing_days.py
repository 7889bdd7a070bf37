"""Days as people write them in the chat: read, asked about where there are two readings, or tapped in the calendar."""

from datetime import UTC, datetime

from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.world import World

# The world begins on Monday 1 March.


async def at_the_day(world: World, name: str, language: str) -> Person:
    """In the flow of a new trip, where the day of the departure is asked for."""
    boris = await world.colleague(name, Role.MANAGER, language)
    await boris.says("/trips")
    new = {"en": "➕ New trip", "ru": "➕ Новая поездка", "bg": "➕ Ново пътуване", "zh-hans": "➕ 新行程"}
    await boris.taps(new[language])
    await boris.says("Ohrid")
    coach = {"en": "🚌 Coach", "ru": "🚌 Автобус", "bg": "🚌 Автобус", "zh-hans": "🚌 大巴"}
    await boris.taps(coach[language])
    return boris


async def test_a_day_that_was_concluded_is_said(world: World) -> None:
    boris = await at_the_day(world, "Boris", "en")
    await boris.says("29.10")
    boris.hears("📅 Friday 29 October", "What time does it leave?")
    await boris.taps("◀ Back")
    await boris.says("in two weeks")
    boris.hears("📅 Monday 15 March", "What time does it leave?")
    await boris.taps("◀ Back")
    await boris.says("end of March")
    boris.hears("📅 Wednesday 31 March", "What time does it leave?")
    await boris.taps("◀ Back")
    await boris.says("some day")
    boris.hears("I cannot read that as a date.", "Which day does it leave?")
    await boris.says("Friday 30.10.2027")
    boris.hears("30 October is another day of the week. Which day do you mean?")
    await boris.says("29.10.2027")
    boris.hears("What time does it leave?")
    boris.hears_nothing_of("📅")


async def test_a_time_beside_the_day_answers_both(world: World) -> None:
    boris = await at_the_day(world, "Борис", "ru")
    await boris.says("29.10 в 25:00")
    boris.hears("Когда отправление?")
    await boris.says("29.10 в 18:00")
    boris.hears("📅 пятница, 29 октября", "Откуда")
    await boris.taps("◀ Назад")
    boris.hears("Во сколько")
    await boris.taps("◀ Назад")
    await boris.says("в следующую пятницу в 6:30")
    boris.sees("📅 пятница, 5 марта", "📅 пятница, 12 марта")
    await boris.taps("📅 пятница, 12 марта")
    boris.hears("Откуда")
    mei = await at_the_day(world, "美", "zh-hans")
    await mei.says("10月29日18点30分")
    mei.hears("📅 10月29日 星期五", "在哪里集合")


async def test_next_friday_is_asked_about(world: World) -> None:
    boris = await at_the_day(world, "Boris", "en")
    await boris.says("next Friday")
    boris.hears("Which of these days do you mean?")
    boris.sees("📅 Friday 5 March", "📅 Friday 12 March", "📅 Another day")
    await boris.says("what?")
    boris.hears("I cannot read that as a date.", "Which of these days do you mean?")
    await boris.taps("📅 Another day")
    boris.hears("Which day does it leave?")
    await boris.says("next friday")
    await boris.taps("📅 Friday 12 March")
    boris.hears("What time does it leave?")
    await boris.says("06:30")
    await boris.says("NDK")
    await boris.taps("Skip")
    await boris.says("in 3 days")
    boris.hears("📅 Monday 15 March", "How many seats are there?")


async def test_in_three_more_languages(world: World) -> None:
    for name, language, typed, asks, both in (
        (
            "Борис",
            "ru",
            "в след пятницу",
            "Какой из этих дней",
            ("пятница, 5 марта", "пятница, 12 марта"),
        ),
        ("Калина", "bg", "другия петък", "Кой от тези дни", ("петък, 5 март", "петък, 12 март")),
        ("Mei", "zh-hans", "4/3", "您指的是哪一天", ("3月4日 星期四", "4月3日 星期六")),
    ):
        person = await at_the_day(world, name, language)
        await person.says(typed)
        person.hears(asks)
        for day in both:
            assert any(day in button for button in person.buttons), person.buttons
        await person.taps(next(button for button in person.buttons if both[1] in button))
        person.sees_no("📅")


async def test_days_that_are_over_are_no_buttons_and_the_name_opens_the_year(world: World) -> None:
    await world.turn(datetime(2027, 3, 17, 10, tzinfo=UTC))
    boris = await at_the_day(world, "Boris", "en")
    assert "17" in boris.buttons
    assert "16" not in boris.buttons
    assert "◀" not in boris.buttons
    await boris.taps("March 2027")
    boris.sees("▲ 2027", "Mar", "Dec")
    boris.sees_no("Feb", "Jan")
    await boris.taps("▲ 2027")
    boris.sees("2027", "2028")
    boris.sees_no("2026")
    await boris.taps("2028")
    await boris.taps("Feb")
    boris.sees("February 2028", "29")
    await boris.taps("29")
    boris.hears("What time does it leave?")


async def test_money_and_people_in_words(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    await a_deal(world, step="deposit")
    await ivan.says("/deals 1")
    await ivan.taps("💶 Payments")
    await ivan.taps("💶 Record a payment")
    await ivan.says("двеста лева")
    ivan.hears("Amounts here are in EUR.")
    await ivan.says("двеста евро")
    await ivan.says("cash")
    await ivan.says("three days ago")
    ivan.hears("📅 Friday 26 February", "Amount: €200", "Day: 26 February")


async def test_birth_years_begin_where_they_are_likely(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world))
    await anna.says("/mytrips")
    await anna.taps("✍️ Traveller 1 of 2")
    await anna.taps("🧒 Child")
    await anna.says("Ada Petrova")
    anna.sees("2000…", "2010…", "2020…", "Other years")
    anna.sees_no("1990…", "1920…")
    await anna.taps("Other years")
    anna.sees("1920…", "1980…")
    await anna.says("29.10")
    anna.hears("I cannot read that as a date. Please write it like 17.05.1985.")
    await anna.says("03/04/2018")
    anna.hears("Which of these days do you mean?")
    await anna.taps("📅 Tuesday 3 April 2018")
    anna.hears("Passport number?")
