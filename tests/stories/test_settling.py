"""The day after return both cards are asked for and written, by seller and guide; then the deal is settled."""

from datetime import UTC, datetime, timedelta

from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.stories.test_departures import goes_along
from tests.world import World

AFTER = datetime(2027, 11, 4, 8, tzinfo=UTC)
"""At ten in Sofia."""


async def test_a_trip_is_settled_with_both_cards_in_a_few_taps(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, "bg")
    vera = await world.colleague("Vera", Role.GUIDE, "zh")
    petya = await world.colleague("Петя", Role.ACCOUNTANT, "ru")
    olga = await world.colleague("Olga", Role.OWNER)
    anna = await world.person("Anna")
    await anna.says("/start")
    trip = await a_trip(world)
    await goes_along(world, trip, vera)
    await a_deal(world, client=anna, trip=trip, responsible=boris, step="notified")
    await world.turn(AFTER)

    await vera.looks()
    vera.hears("行程怎么样？", "🚌 Ohrid 29.10")
    await vera.taps("📝 填写两张卡")
    await vera.taps("📝 Ohrid 29.10")
    await vera.taps("📝 填写接触记录")
    await vera.says("很好")
    vera.hears("⚠️", "Ohrid 29.10的行程怎么样？")
    await vera.taps("5")
    await vera.taps("✏️ 酒店和当地")
    await vera.says("泳池关闭")
    await vera.taps("✅ 保存")
    vera.hears("已记下", "5/5")

    await petya.says("/deals 1")
    await petya.taps("🧾 ")
    petya.hears("⏳")
    petya.sees_no("🧾 Рассчитать")

    await boris.looks()
    boris.hears("Как мина?", "№ 1 Anna · Ohrid 29.10: отзивът за пътуването и картонът на клиента")
    await boris.taps("📝 Попълни")
    await boris.taps("№ 1 · Anna")
    boris.hears("🧾 За отчитане; липсва: отзивът за пътуването и картонът на клиента")
    await boris.taps("🧾 Отчитане")
    boris.sees_no("🧾 Отчети")
    await boris.taps("📝 Отзив")
    await boris.shares(sticker="👍")
    boris.hears("Как мина за Anna?")
    await boris.taps("4")
    await boris.says("Харесаха хотела")
    await boris.taps("✅ Запази")
    boris.hears("💬 Харесаха хотела", "🔭 泳池关闭", "⏳ Липсва: картонът на клиента")
    await boris.taps("🪪 Картон")
    await boris.says("колкото може")
    boris.hears("⚠️", "Колко звезди искат?")
    await boris.taps("4")
    await boris.taps("полупансион")
    await boris.taps("Пропусни")
    await boris.taps("Хареса ли им храната?")
    boris.hears("всичко това вярно ли е още?", "Нощувки: 3 нощувки", "Изхранване: полупансион")
    await boris.taps("✅ Всичко е вярно")
    boris.hears("🪪 Картонът е прегледан на 4 ноември", "✅ Всичко е налице.")
    await petya.says("/deals 1")
    await petya.taps("🧾 ")
    await petya.taps("🧾 Рассчитать")
    petya.hears("🧾 Рассчитано 4 ноября, Петя")
    await boris.says("/deals 1")
    await boris.taps("🧾 Отчитане")
    await boris.taps("↩️ ")
    await boris.taps("🧾 Отчети")
    boris.hears("Boris")

    await world.turn(AFTER + timedelta(days=1))
    await olga.looks()
    olga.hears("Contact records of yesterday", "Vera: Ohrid 29.10 — 5/5", "Boris: Anna · Ohrid 29.10 — 4/5")
    await olga.taps("📂 To the records")
    olga.hears("🔭 泳池关闭", "💬 Харесаха хотела")
    await boris.looks()
    boris.hears_nothing_of("Как мина?")
