"""What the owner says to clients at a stage of their own, and sub-stages that are added while deals are under way."""

from domain.entities.deals import Deal
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Role
from domain.ports.desk import Desk
from tests.deals import a_deal, with_deal
from tests.people import Person
from tests.world import World

STAGES = "Blessing\nPapers\nPaid\nOn the way\nHome"


async def opens_stage(olga: Person, *taps: str) -> None:
    await olga.says("/settings")
    for tap in ("🗂 Stages", *taps):
        await olga.taps(tap)


async def opens_stage_in_bulgarian(olga: Person, *taps: str) -> None:
    await olga.says("/settings")
    for tap in ("🗂 Етапи", "🗂 Обичайните етапи", "Следващи ▶", *(taps or ("6. Капаро",))):
        await olga.taps(tap)


async def makes_stages(olga: Person) -> None:
    await opens_stage(olga, "➕ New stages")
    await olga.says("Pilgrimages")
    await olga.says(STAGES)


async def test_a_client_reads_what_the_owner_has_written_for_a_stage(world: World) -> None:
    """Olga writes in English and Bulgarian; Ли reads Russian, and sees the first of them, marked."""
    olga = await world.colleague("Olga", Role.OWNER)
    ivan = await world.person("Иван", "bg")
    lee = await world.person("Ли", "ru")
    await makes_stages(olga)
    for client in (ivan, lee):
        await client.says("/start")
        await a_deal(world, client=client, step="p1-1")
    await ivan.says("/mytrips")
    ivan.hears("▸ Подготвяме пътуването Ви.")
    await opens_stage(olga, "🗂 Pilgrimages", "1. Blessing")
    olga.hears("The client reads: “We are arranging your trip.”")
    await olga.taps("👤 Client reads")
    olga.hears("Default text: “We are arranging your trip.”")
    await olga.taps("✏️ English")
    await olga.says("   ")
    await olga.says("x" * 301)
    olga.hears("300")
    await olga.says("We have asked the bishop for his blessing.")
    olga.hears("English: We have asked the bishop for his blessing.")
    await olga.taps("✏️ Български")
    await olga.says("Помолихме владиката за благословия.")
    olga.sees("✓ English", "✓ Български", "✏️ Русский")
    await ivan.says("/mytrips")
    ivan.hears("▸ Помолихме владиката за благословия.")
    await lee.says("/mytrips")
    lee.hears("▸ We have asked the bishop for his blessing. (по-английски)")
    await opens_stage(olga, "🗂 Pilgrimages", "1. Blessing", "👤 Client reads", "↩️ Default text")
    olga.hears("Default text: “We are arranging your trip.”")
    await lee.says("/mytrips")
    lee.hears_nothing_of("bishop")
    await olga.says("/settings")
    await olga.taps("⋯ More")
    await olga.taps("🕘 History")
    olga.hears("The client reads the default text at “Blessing”", "The client reads at “Blessing”: Помолихме")


async def test_without_own_words_a_stage_says_what_it_asks_for(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    anna = await world.person("Anna")
    await anna.says("/start")
    await makes_stages(olga)
    number = await a_deal(world, client=anna, step="p1-3")
    await opens_stage(olga, "🗂 Pilgrimages", "3. Paid", "📋 Waits for", "☐ the full payment")
    await anna.says("/mytrips")
    anna.hears("▸ We are waiting for the payment.")

    await opens_stage(olga, "🗂 Pilgrimages", "3. Paid", "👤 Client reads", "✏️ English")
    await olga.says("The rest goes to the monastery.")
    await anna.says("/mytrips")
    anna.hears("▸ The rest goes to the monastery.")
    await with_deal(world, number, _pays_all)
    await anna.says("/mytrips")
    anna.hears("▸ All paid.")


async def test_a_stage_is_parted_while_a_deal_stands_there(world: World) -> None:
    """The first sub-stage waits for what the stage waited for, and the deal goes on to it."""
    olga = await world.colleague("Олга", Role.OWNER, "bg")
    boris = await world.colleague("Boris", Role.MANAGER)
    await opens_stage_in_bulgarian(olga)
    deal = await a_deal(world, step="deposit")
    for name in ("поискан", "обещан", "поискан"):
        await olga.taps("➕ Подетап")
        olga.hears("Как се казва новият подетап на „Капаро“?")
        await olga.says(name)
    olga.hears("Два етапа ще се казват „поискан“")
    await olga.says("получен")
    await boris.says(f"/deals {deal}")
    boris.hears("Stage: Deposit", "✅ Ready for the next stage")
    await boris.taps("▶ поискан")
    boris.hears("Stage: поискан", "⏳")
    await opens_stage_in_bulgarian(olga, "6. поискан", "↕️ Ред", "⬇ По-късно")
    olga.hears("обещан\n▸ поискан\nполучен")
    await olga.taps("⬆ Целият етап")
    await olga.taps("◀ Назад")
    await olga.taps("✏️ Име")
    await olga.taps("✏️ Капаро")
    await olga.taps("Български: —")
    await olga.says("Капаро")
    await boris.says(f"/deals {deal}")
    boris.hears("Stage: Капаро: поискан")


def _pays_all(desk: Desk, deal: Deal) -> None:
    deal.payments.append(Payment(deal.owed, PaymentMethod.BANK, desk.today, None, desk.now))
