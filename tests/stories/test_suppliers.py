"""A manager pastes a supplier, colleagues find it and what was noticed of it, and only managers change it."""

from domain.entities.people import Role
from tests.world import World


async def test_a_supplier_is_pasted_found_and_changed(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, "bg")
    li = await world.colleague("Li", Role.OPERATOR, "zh")
    await boris.says("/suppliers")
    await boris.taps("➕ Нов доставчик")
    await boris.shares(sticker="👍")
    boris.hears("Как се казва?")
    await boris.says("Hotel Bellevue, Мария, 0888 123 456, Maria@bellevue.example")
    await boris.taps("хотел")
    boris.hears("🏨 Hotel Bellevue · хотел", "👤 Мария", "+359 88 812 3456", "maria@bellevue.example")
    await boris.taps("✏️ Промени")
    await boris.taps("✏️ Условия")
    await boris.says("10% комисиона, до 14 дни преди настаняване")
    boris.hears("💶 Условия: 10% комисиона")
    await boris.taps("✏️ Промени")
    await boris.taps("✏️ Езици")
    await boris.taps("中文")
    await boris.says("/suppliers")
    await boris.taps("➕ Нов доставчик")
    await boris.says("ХОТЕЛ Belevue, Варна")
    boris.hears("вече го има", "Hotel Bellevue Варна")
    await boris.says("Hotel Bellevue Варна")
    await boris.taps("хотел")

    await li.says("/note Hotel Bellevue: 泳池维修到五月")
    await li.taps("🏨 Hotel Bellevue")
    li.hears("🌐 语言：中文", "🔭 Hotel Bellevue：“泳池维修到五月”")
    li.sees_no("✏️ 修改")
    await li.says("/suppliers Варна")
    await li.taps("🏨 Hotel Bellevue Варна · 酒店")
    await li.says("maria")
    li.hears("🏨 Hotel Bellevue · 酒店")
    await boris.says("мария")
    await boris.taps("🗄 Махни")
    boris.hears("🗄")
    await li.says("hotel bellevue")
    li.hears_nothing_of("🏨 Hotel Bellevue · 酒店")
