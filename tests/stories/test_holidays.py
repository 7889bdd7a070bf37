"""Somebody goes on holiday: what is for them reaches who stands in, and nothing waits for their return."""

from datetime import UTC, datetime, timedelta

from bot.flows.staff import holiday
from domain.entities.people import Role
from tests.deals import a_deal
from tests.dialogues import play
from tests.world import World

MORNING = datetime(2027, 3, 2, 8, tzinfo=UTC)
"""Tuesday at ten in Sofia."""


async def test_a_holiday_is_planned_in_words(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR, "bg")
    await play(holiday.__doc__, boris)
    boris.hears("7 January 2028 – 14 January 2028 · stands in: Kalina")
    await kalina.looks()
    kalina.hears("Замествате Boris: 7 януари 2028 – 14 януари 2028")
    await boris.taps("➕ Plan a holiday")
    await boris.says("10.01.2028 – 12.01.2028")
    boris.hears("There is a holiday already: 7 January 2028 – 14 January 2028.")
    await boris.says("17.01.2028 – 18.01.2028")
    await boris.taps("Nobody by name")
    await boris.taps("✅ Save")
    boris.hears("17 January 2028 – 18 January 2028 · nobody by name")
    await boris.says("/settings")
    await boris.taps("🏖 My holidays")
    await boris.taps("🏖 7 January")
    await boris.taps("✖ Take it back")
    boris.sees("🏖 17 January")
    boris.sees_no("🏖 7 January")
    await kalina.looks()
    kalina.hears("Няма да замествате Boris")


async def test_who_stands_in_gets_what_is_due(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    kalina = await world.colleague("Калина", Role.OPERATOR, "ru")
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, responsible=boris)
    await boris.says("/settings")
    await boris.taps("🏖 Мой отпуск")
    await boris.taps("➕ Запланировать отпуск")
    await boris.says("завтра – 5.03")
    await boris.taps("Калина")
    boris.hears("Замещает: Калина")
    await boris.taps("✅")
    await world.turn(MORNING)
    await kalina.looks()
    kalina.hears("Борис в отпуске по 5 марта: вы замещаете", "Открытых сделок: 1")

    await anna.says("/write")
    await anna.says("When do we leave?")
    anna.hears("Sent. Калина will answer you here.")
    await kalina.looks()
    kalina.hears("Вместо Борис (в отпуске по 5 марта)", "When do we leave?")
    await kalina.taps("✉️ Ответить")
    await kalina.says("В шесть.")
    await anna.says("/mytrips")
    anna.hears("Your contact: Калина")

    await olga.says("/staff")
    olga.hears("Борис · Manager · 🗂 1", "🏖 until 5 March")
    await olga.taps("👤 Борис")
    await olga.taps("🤝 Hand over")
    await olga.taps("🗂 #1 · Anna")
    await olga.taps("Калина")
    olga.hears("Responsible: Калина")
    await world.turn(MORNING + timedelta(days=6))  # the office is closed at the weekend
    await boris.looks()
    boris.hears("С возвращением, Борис!")
