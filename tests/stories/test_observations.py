"""What colleagues notice of the market is noted with `/note`, and found again under its place, by others too."""

from bot.flows.interactions import note_on
from domain.entities.people import Role
from tests.dialogues import play
from tests.world import World


async def test_a_note_is_filed_under_a_supplier_and_found_by_a_colleague(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, "bg")
    vera = await world.colleague("Vera", Role.GUIDE, "zh")
    await vera.says("/note Hotel Bellevue：")
    vera.hears("这条记到哪里？", "旅行社所有同事都看得到")
    vera.sees_no("👤 客户")
    await vera.taps("🏨 供应商")
    await vera.shares(sticker="👍")
    vera.hears("这条消息里没有文字", "您了解到什么？")
    await vera.sends(("pool.jpg", "image/jpeg", b"\xff\xd8\xff\xe0 a pool"), photo=True)
    vera.hears("照片")
    await vera.says("泳池维修到五月")
    vera.hears("已记入：Hotel Bellevue。", "泳池维修到五月")
    vera.sees("👁 照片")

    await boris.says("/note хотел Belevue: басейнът се ремонтира до юни")
    boris.hears("Това ще го прочетат всички в агенцията, при „хотел Belevue“:")
    await vera.says("/today")
    vera.hears_nothing_of("юни")
    await boris.taps("✅ Запиши за всички")
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


async def test_a_note_that_names_a_client_stays_on_their_file(world: World) -> None:
    """Found in any script; several of that name are chosen from; what is no note on a client goes where all read it."""
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    vera = await world.colleague("Vera", Role.GUIDE)
    for name in ("Anna Petrova", "Anna Ivanova", "Annabel Stone"):
        await (await world.person(name)).says("Hello")
    await boris.says("/note Анна Петрова: первый этаж")
    boris.hears("Записано в карточку: Anna Petrova.", "первый этаж")
    await boris.says("/note Анна Петрова: второй этаж", edit=boris.chat[-2]["message_id"])
    boris.hears("✏️")
    await boris.says("/note Anna needs a lift")
    boris.hears("Куда записать?", "В карточке клиента её прочтут только те", "needs a lift")
    boris.sees("👤 Anna Petrova")
    boris.sees_no("👤 Annabel Stone")
    await boris.taps("👤 Anna Ivanova")
    boris.hears("Записано в карточку: Anna Ivanova.", "needs a lift")
    await vera.says("lift")
    vera.hears_nothing_of("needs a lift")

    await boris.taps("🔭 Это о рынке")
    await boris.taps("🏨 Поставщик")
    await boris.says("Hotel Anna")
    boris.hears("Записано: Hotel Anna.")
    await vera.says("lift")
    vera.hears("🔭 Hotel Anna", "needs a lift")
    await boris.says("/clients Anna Ivanova")
    boris.hears("Борис, отозвано: needs a lift")
    await boris.says("/clients Petrova")
    boris.hears("второй этаж · исправлено")

    await vera.says("/note Anna: is always late")
    vera.hears("Where does this note belong?")
    vera.sees_no("👤 A client")
    vera.hears_nothing_of("Petrova")


async def test_the_dialogue_of_a_note_on_a_client_plays_as_written(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await (await world.person("Anna")).says("Hello")
    await play(note_on.__doc__, boris)
