"""Pipelines are copied and retired; a deal is moved to other stages; an agency with several sees its deals by them."""

from domain.entities.people import Role
from tests.deals import a_deal, a_trip, with_deal
from tests.people import Person
from tests.stories.test_settings_file import given, sends
from tests.world import World

STAGES = "Blessing\nPapers\nPaid\nOn the way\nHome"


async def opens(olga: Person, *taps: str) -> None:
    await olga.says("/settings")
    for tap in ("🗂 Stages", *taps):
        await olga.taps(tap)


async def makes_stages(olga: Person) -> None:
    await opens(olga, "➕ New stages")
    await olga.says("Pilgrimages")
    await olga.says(STAGES)


async def test_stages_are_copied_used_and_retired(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    await opens(olga, "🗂 Standard stages", "⋯ More", "🔁 Copy")
    await olga.says("⛪")
    olga.hears("A name needs at least one letter or digit.")
    await olga.says("Weddings")
    olga.hears("🗂 Weddings", "1. New", "3. Documents: Travellers' details", "10. Completed")
    await olga.taps("⋯ More")
    await olga.taps("🎯 Used for")
    await olga.taps("tailor-made tours")
    olga.sees("✓ tailor-made tours")
    await olga.taps("◀ Back")
    await olga.taps("🗄 Retire")
    assert olga.toast.startswith("Deals are opened in these stages.")
    deal = await a_deal(world, client="Anna", step="p1-3.data")
    await boris.says(f"/deals {deal}")
    boris.hears("Этап: Документы: Данные туристов", "⏳")
    li = await world.colleague("李", Role.MANAGER, "zh")
    await li.says(f"/deals {deal}")
    li.hears("阶段：证件：出行人资料，")
    await opens(olga, "🗂 Standard stages", "⋯ More", "🎯 Used for", "tailor-made tours")
    await opens(olga, "🗂 Weddings", "⋯ More", "🗄 Retire")
    olga.hears("🗂 Weddings", "No new deals are opened here; existing ones go on.")
    await boris.says(f"/deals {deal}")
    boris.hears("Этап: Документы: Данные туристов")
    await boris.taps("⋯ Ещё")
    boris.sees("⏭")
    await opens(olga, "🗄 Weddings", "⋯ More")
    olga.sees_no("🎯 Used for")
    await olga.taps("♻️ Bring back")
    olga.hears_nothing_of("No new deals are opened here")


async def test_a_deal_is_moved_to_other_stages_and_the_client_is_asked_once(world: World) -> None:
    """Anna was asked for the deposit; moved to where the deposit is asked for again, she hears nothing twice."""
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    nina = await world.colleague("Nina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, step="inquiry", responsible=boris)
    await boris.says(f"/deals {deal}")
    boris.sees_no("🔀 Other stages")
    await makes_stages(olga)
    await opens(olga, "🗂 Pilgrimages", "3. Paid", "🔔 On arrival", "☐ the deposit")
    await opens(olga, "🗂 Pilgrimages", "2. Papers", "🔔 On arrival", "☐ the travellers' details")
    await boris.says(f"/deals {deal}")
    await boris.taps("▶ Travellers' details")
    await anna.looks()
    anna.hears("Who is travelling?")
    await nina.says(f"/deals {deal}")
    nina.sees_no("🔀 Other stages")
    await boris.taps("🔀 Other stages")
    boris.hears("Which stages should this deal go through?")
    await boris.taps("🗂 Pilgrimages")
    boris.hears(f"#{deal} is at “Travellers' details”.")
    boris.sees("▶ Blessing", "▶ Papers", "▶ Paid", "▶ On the way")
    boris.sees_no("▶ Home")
    await boris.taps("▶ Papers")
    boris.hears("Stage: Papers")
    await anna.looks()
    assert anna.heard == []
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Changed to other stages: Travellers' details → Papers")
    await boris.says(f"/deals {deal}")
    await boris.taps("🔀 Other stages")
    await boris.taps("🗂 Standard stages")
    await boris.taps("▶ Deposit")
    boris.hears("Stage: Deposit")
    await anna.looks()
    anna.hears("€200")
    assert await with_deal(world, deal, lambda _desk, one: one.step_key) == "deposit"


async def test_who_was_quicker_is_told_and_the_other_sees_where_it_stands(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    await makes_stages(olga)
    deal = await a_deal(world, client="Anna", step="new", responsible=boris)
    for person, more, pilgrimages in (
        (olga, "🔀 Other stages", "🗂 Pilgrimages"),
        (boris, "🔀 Другие этапы", "🗂 Pilgrimages"),
    ):
        await person.says(f"/deals {deal}")
        await person.taps(more)
        await person.taps(pilgrimages)
    await boris.taps("▶ Paid")
    boris.hears("Этап: Paid")
    await olga.taps("▶ Papers")
    assert f"#{deal}" in olga.toast + "\n".join(olga.heard[-2:])
    await olga.says(f"/deals {deal}")
    olga.hears("Stage: Paid")


async def test_deals_are_listed_by_their_stages(world: World) -> None:
    olga = await world.colleague("Олга", Role.OWNER, "bg")
    await olga.says("/deals")
    await olga.taps("🗂 По етапи")
    olga.sees("Нова · 0")
    first = await a_deal(world, client="Maria")
    await olga.says("/deals")
    await olga.taps("🗂 По етапи")
    olga.sees("Нова · 1")
    await olga.says("/settings")
    await olga.taps("🗂 Етапи")
    await olga.taps("➕ Нови етапи")
    await olga.says("Поклонения")
    await olga.says("Благословия, Път, Дом")
    await a_deal(world, client="Иван", step="p1-2")
    await olga.says("/deals")
    await olga.taps("🗂 По етапи")
    olga.hears("2 отворени сделки")
    olga.sees("Обичайните етапи · 1", "Поклонения · 1")
    await olga.taps("Поклонения · 1")
    olga.hears("🗂 Поклонения", "1 отворена сделка")
    olga.sees("Благословия · 0", "Път · 1")
    await olga.taps("Път · 1")
    olga.hears("Иван")
    await olga.taps("◀ Сделки")
    await olga.taps("◀ Сделки")
    await olga.taps("Обичайните етапи · 1")
    await olga.taps("Нова · 1")
    olga.sees(f"№ {first} · Maria")


async def test_a_file_that_leaves_out_a_stage_with_deals_changes_nothing(world: World) -> None:
    """Until the stage is retired, with a word where its deals go."""
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    await olga.says("/settings")
    await olga.taps("🗂 Этапы")
    await olga.taps("➕ Новые этапы")
    await olga.says("Паломничества")
    await olga.says("Благословение, Дорога, Дом")
    told = await given(olga, "ru")
    deal = await a_deal(world, client="Мария", step="p1-1")
    begins, ends = (
        told.index("[[pipeline.p1.parts]]"),
        told.index("[[pipeline.p1.parts]]", told.index('key = "p1-1"')),
    )
    without = told[:begins] + told[ends:]
    renamed = without.replace("Паломничества", "Святые места")
    await sends(olga, renamed, "ru")
    await olga.taps("👁 Что изменится")
    await olga.taps("✅ Изменить 1 пункт")
    assert olga.toast.startswith(
        "«Благословение» пропал бы, а там стоит 1 открытая сделка. Сначала уберите этап"
    )
    await olga.says("/settings")
    await olga.taps("🗂 Этапы")
    olga.sees("🗂 Паломничества")
    await olga.taps("🗂 Паломничества")
    await olga.taps("1. Благословение")
    await olga.taps("🗄 Убрать")
    await olga.taps("▶ Дорога")
    olga.hears("1 сделка")
    await sends(olga, renamed, "ru")
    await olga.taps("👁 Что изменится")
    await olga.taps("✅ Изменить 1 пункт")
    olga.hears("Изменён 1 пункт.")
    await olga.says(f"/deals {deal}")
    olga.hears("Этап: Дорога")


async def test_the_kind_is_asked_when_a_trip_is_put_up(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await makes_stages(olga)
    await opens(olga, "🚌 Kinds of trips", "➕ New kind")
    await olga.says("Pilgrimage")
    await olga.taps("🗂 Stages")
    await olga.taps("🗂 Pilgrimages")
    await a_trip(world)
    await olga.says("/trips")
    await olga.taps("➕ New trip")
    olga.hears("What kind of trip is it?")
    await olga.says("a cruise")
    olga.hears("What kind of trip is it?")
    await olga.taps("Pilgrimage")
    for said in ("Rila", "🚌 Coach", "29.11.2027", "06:30", "Sofia, NDK"):
        await (olga.taps(said) if said == "🚌 Coach" else olga.says(said))
    for tap in ("Skip", "3 days later", "45"):
        await olga.taps(tap)
    await olga.says("300")
    await olga.taps("€90")
    for tap in ("Skip", "✅ As usual"):
        await olga.taps(tap)
    olga.hears("Rila 29.11", "Kind: Pilgrimage")
    await olga.taps("✅ Save")
    olga.hears("🏷 Pilgrimage")
