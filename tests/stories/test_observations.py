"""What colleagues notice of the market is noted with `/note`, and found again under its place, by others too."""

from domain.entities.people import Role
from tests.world import World


async def test_a_note_is_filed_under_a_supplier_and_found_by_a_colleague(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, "bg")
    vera = await world.colleague("Vera", Role.GUIDE, "zh")
    await vera.says("/note Hotel Bellevue：")
    await vera.shares(sticker="👍")
    vera.hears("请从按钮中选一个。", "关于什么？")
    await vera.taps("🏨 供应商")
    await vera.shares(sticker="👍")
    vera.hears("这条消息里没有文字", "您了解到什么？")
    await vera.sends(("pool.jpg", "image/jpeg", b"\xff\xd8\xff\xe0 a pool"), photo=True)
    vera.hears("照片")
    await vera.says("泳池维修到五月")
    vera.hears("已记入：Hotel Bellevue。", "泳池维修到五月")
    vera.sees("👁 照片")

    await boris.says("/note хотел Belevue: басейнът се ремонтира до юни")
    boris.hears("Записано: хотел Belevue.")
    await boris.says("泳池")
    boris.hears("🔭 Hotel Bellevue", "泳池维修到五月")
    await boris.taps("👁 Снимка")
    await vera.says("泳池")
    await vera.taps("🗑 撤回")
    await vera.taps("🗑 ")
    await boris.says("泳池")
    boris.hears_nothing_of("泳池维修到五月")
    await boris.says("/note")
    await boris.taps("🏨 Доставчик")
    await boris.taps("хотел Belevue")
