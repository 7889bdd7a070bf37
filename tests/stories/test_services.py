"""What is booked for a deal is entered in one line, told to the client once it is confirmed, and its option is minded."""

from datetime import UTC, datetime

from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.world import World

OPTION_AT = datetime(2027, 10, 14, 8, tzinfo=UTC)


async def test_a_flight_is_entered_in_one_line_its_option_is_minded_and_the_client_reads_it(
    world: World,
) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, "bg")
    anna = await world.person("Anna", "zh")
    await anna.says("/start")
    trip = await a_trip(world)
    await a_deal(world, client=anna, trip=trip, responsible=boris, step="deposit")
    await boris.says("/deals 1")
    await boris.taps("⋯ Още")
    await boris.taps("🔖 Услуги")
    boris.hears("Още нищо не е резервирано")
    await boris.taps("➕ Добави услуга")
    await boris.shares(sticker="👍")
    boris.hears("Какво е резервирано?")
    await boris.says(
        "Полет FB 431 29.10 06:40 София – Скопие 05:10, опция до 16.10, 300 EUR нето 250, удължават само с обаждане"
    )
    boris.hears("Час на начало: 06:40", "Опция до: 16 октомври", "Нетна цена: 250 €")
    await boris.taps("✅ Запази")
    assert "Не може да свърши, преди да започне" in boris.toast
    await boris.taps("✏️ Промени отговор")
    await boris.taps("Следващи ▶")
    await boris.taps("✏️ Час на край")
    await boris.says("7:30")
    await boris.taps("✅ Запази")
    boris.hears("🔖 Полет FB 431", "⏳ чака доставчика", "⏰ Опция до 16 октомври", "💶 Нето: 250 €")
    await anna.says("/mytrips")
    anna.hears_nothing_of("FB 431")

    await world.turn(OPTION_AT)
    await boris.looks()
    boris.hears("⏰ Опция до 16 октомври", "🔖 Полет FB 431")
    await boris.taps("📂 Към услугата")
    await boris.taps("✅ Потвърдена")
    await boris.says("X7Y2Z")
    boris.hears("✅ потвърдена", "🔢 Номер на потвърждение: X7Y2Z")
    await anna.says("/mytrips")
    anna.hears("🔖 航班 FB 431", "06:40", "Скопие", "X7Y2Z")
    anna.hears_nothing_of("250")
