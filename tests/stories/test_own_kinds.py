"""Lists that the owner makes up: coaches with their number plates, hung on a trip and found by the plate."""

from bot.flows.own_kinds import add_item
from bot.flows.settings import add_kind
from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.world import World


async def coaches(olga: Person) -> None:
    """The list of coaches, with a field for the number plate."""
    await olga.says("/settings")
    await olga.taps("🗃 Lists")
    await play(add_kind.__doc__, olga)
    await olga.taps("🧩 Fields")
    await olga.taps("➕ New field")
    await olga.taps("🔤 Text")
    await olga.says("Number plate")
    for answer in ("Skip", "Рег. номер", "Skip"):
        await (olga.taps(answer) if answer == "Skip" else olga.says(answer))
    for answer in ("👥 All colleagues", "👥 A colleague", "✅ Save"):
        await olga.taps(answer)


async def test_coaches_are_hung_on_a_trip_and_found_by_their_plates(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    await boris.says("/menu")
    await boris.taps("⋯ More")
    boris.sees_no("🗃 Lists")
    await coaches(olga)
    olga.hears("🧩 Number plate · Coaches · 🔤 Text", "Български: Рег. номер")

    await boris.says("/menu")
    await boris.taps("⋯ More")
    await boris.taps("🗃 Lists")
    await boris.taps("🚍 Coaches")
    boris.hears("Nothing yet.")
    await play(add_item.__doc__, boris)
    boris.hears("🚍 Setra 517 · Coaches", "🧩 Number plate: CB 1234 AB")

    trip = await a_trip(world)
    await boris.says("/trips")
    await boris.taps("Ohrid")
    await boris.taps("⋯ More")
    await boris.taps("🗃 Lists")
    boris.hears("Nothing is linked here yet.")
    await boris.taps("➕ Link")
    await boris.says("nothing like it")
    boris.hears("Nothing found", "What should be linked here?")
    await boris.says("setra")
    await boris.taps("🚍 Setra 517")
    boris.hears("🗃 Ohrid 29.10", "🚍 Setra 517 · CB 1234 AB")
    await boris.taps("◀ Back")
    await boris.taps("◀ Back")
    boris.hears("🚍 Setra 517 · CB 1234 AB")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Linked: Setra 517")

    for written in ("CB1234AB", "cb 1234", "setra"):
        await kalina.says(written)
        kalina.hears("🚍 Setra 517 · Автобуси", "🧩 Рег. номер: CB 1234 AB")
        kalina.sees("🚌 Ohrid")
        kalina.sees_no("✏️", "🗄")
    await kalina.taps("🚌 Ohrid")
    await kalina.taps("🗃 Списъци")
    kalina.sees_no("✖ Откачи", "➕ Закачи")
    assert trip


async def test_an_item_changes_is_retired_and_stays_where_it_hangs(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await coaches(olga)
    deal = await a_deal(world, responsible=olga)
    await olga.says("/menu")
    await olga.taps("⋯ More")
    await olga.taps("⋯ More")
    await olga.taps("🗃 Lists")
    await olga.taps("🚍 Coaches")
    await play(add_item.__doc__.replace("Boris", "Olga") if add_item.__doc__ else "", olga)
    await olga.says(f"/deals {deal}")
    await olga.taps("⋯ More")
    await olga.taps("🗃 Lists")
    await olga.taps("➕ Link")
    await olga.taps("🚍 Setra 517")
    await olga.taps("Setra 517")
    await olga.taps("🧩 Fields")
    await olga.taps("✏️ Number plate")
    await olga.says("PB 777 XX")
    olga.hears("🧩 Number plate: PB 777 XX")
    await olga.taps("◀ Back")
    await olga.taps("🕘 History")
    olga.hears("Number plate: PB 777 XX; before: CB 1234 AB", "Added to the list: Setra 517")
    await olga.says("CB1234AB")
    olga.hears("Nothing found")
    await olga.says("PB777")
    await olga.taps("✏️ Change")
    await olga.says("Setra 519")
    await olga.says("Ivan drives it")
    olga.hears("🚍 Setra 519", "Ivan drives it")
    await olga.taps("🗄 Retire")
    olga.hears("🗄 Retired: no longer offered")
    await olga.says("drives")
    olga.hears("Nothing found")
    await olga.says(f"/deals {deal}")
    olga.hears("🚍 Setra 519 · PB 777 XX")
    await olga.taps("⋯ More")
    await olga.taps("🗃 Lists")
    await olga.taps("✖ Unlink")
    olga.hears("Nothing is linked here yet.")
    await olga.taps("➕ Link")
    olga.sees_no("🚍 Setra")


async def test_the_owner_makes_up_lists_and_writes_wrongly(world: World) -> None:
    olga = await world.colleague("奥尔加", Role.OWNER, "zh")
    await olga.says("/settings")
    await olga.taps("🗃 列表")
    await olga.taps("➕ 新列表")
    await olga.says("🙂")
    olga.hears("列表叫什么？")
    await olga.says("学校")
    for _ in range(3):
        await olga.taps("跳过")
    await olga.says("学校")
    for _ in range(3):
        await olga.taps("跳过")
    await olga.says("letters")
    olga.hears("请发一个表情符号，不要文字。")
    await olga.taps("🏫")
    olga.hears("🏫 学校")
    await olga.taps("◀ 返回")
    await olga.taps("➕ 新列表")
    await olga.says("学校")
    olga.hears("已经有列表“学校”了。", "列表叫什么？")
    await olga.says("酒店")
    olga.hears("“酒店”的英文怎么写？")

    await olga.says("/settings")
    await olga.taps("🗃 列表")
    await olga.taps("🏫 学校")
    await olga.taps("🗄 停用")
    olga.hears("🗄 已停用")
    await olga.taps("♻️ 恢复")
    await olga.taps("✏️ 名称")
    await olga.taps("English")
    await olga.says("Schools")
    await olga.says("School")
    olga.hears("English：Schools · School")
