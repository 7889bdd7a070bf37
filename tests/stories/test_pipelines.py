"""Stages made in the chat: a pipeline for pilgrimages, a trip of that kind sold, and what becomes of deals when stages go."""

from datetime import UTC, datetime

from domain.entities.payments import PaymentMethod
from domain.entities.people import Role
from domain.entities.pipeline import PIPELINE, SHIPPED
from domain.usecases.deals.booking import Booking, open_deal
from domain.usecases.inquiries.intake import Caller
from domain.usecases.payments.payments import record_payment
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.world import World

STAGES = "Blessing\nPapers\nPaid\nOn the way\nHome"


async def makes_stages(olga: Person) -> None:
    await olga.says("/settings")
    await olga.taps("🗂 Stages")
    await olga.taps("➕ New stages")
    await olga.says("Pilgrimages")
    await olga.says(STAGES)


async def test_a_pipeline_for_pilgrimages_is_made_and_a_deal_goes_through_it(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    await makes_stages(olga)
    olga.hears("🗂 Pilgrimages", "1. Blessing", "2. Papers", "3. Paid", "4. On the way", "5. Home")
    await olga.taps("3. Paid")
    olga.hears("Paid", "From here a colleague moves the deal on.", "0 open deals are here.")
    await olga.taps("📋 Waits for")
    olga.sees_no("☐ fields")
    await olga.taps("☐ the full payment")
    olga.sees("☑ the full payment")
    await olga.taps("◀ Back")
    olga.hears("Needed to move on: the full payment")
    await olga.taps("✏️ Name")
    await olga.taps("Български: —")
    await olga.says("Платено")
    olga.sees("Български: Платено")

    await olga.says("/settings")
    await olga.taps("🗂 Stages")
    await olga.taps("🚌 Kinds of trips")
    olga.hears("None yet.")
    await olga.taps("➕ New kind")
    await olga.says("Pilgrimage")
    olga.hears("🏷 Pilgrimage", "Deals on such trips go through: Standard stages")
    await olga.taps("🗂 Stages")
    await olga.taps("🗂 Pilgrimages")
    olga.hears("Deals on such trips go through: Pilgrimages")

    trip = await a_trip(world)
    await olga.says("/trips")
    await olga.taps("Ohrid")
    await olga.taps("⋯ More")
    await olga.taps("🏷 Kind")
    olga.hears("What kind of trip is Ohrid 29.10?")
    await olga.taps("🏷 Pilgrimage")
    olga.hears("🏷 Pilgrimage")

    number = await sold(world, trip)
    await boris.says(f"/deals {number}")
    boris.hears("Етап: Blessing")
    await boris.taps("▶ Papers")
    boris.hears("Етап: Papers", "Готова за следващия етап")
    await boris.taps("▶ Платено")
    boris.hears("Етап: Платено", "⏳ Чака се: цялата сума 600 €")
    boris.sees_no("▶ On the way")
    await paid(world, number)
    await boris.says(f"/deals {number}")
    boris.hears("Етап: On the way")
    boris.sees_no("▶ Home")
    boris.hears("29 октомври")  # before the departure nobody is home
    await world.turn(datetime(2027, 10, 30, 9, 0, tzinfo=UTC))
    await boris.says(f"/deals {number}")
    await boris.taps("▶ Home")
    boris.hears("Етап: Home")
    await boris.taps("⋯ Още")
    await boris.taps("🕘 История")
    boris.hears("Home", "On the way", "Платено", "Papers")
    await boris.says("/deals")
    await boris.taps("🗂")
    boris.hears("0 отворени сделки")


async def sold(world: World, trip: int) -> int:
    """Two seats of it; the number of the deal."""

    def work(unit: SqlUnit) -> int:
        desk = world.desk(unit)
        caller = Caller("Maria Ivanova", "+359888123456")
        leader = next(one for one in unit.repositories.staff.active() if one.role is Role.MANAGER)
        return open_deal(desk, Booking(caller, trip, 2, leader.id)).id

    return await world.database.run(work)


async def paid(world: World, number: int) -> None:
    def work(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        record_payment(desk, number, unit.repositories.deals.get(number).owed, PaymentMethod.BANK, desk.today)

    await world.database.run(work)


async def test_a_stage_with_open_deals_is_not_lost(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    deal = await a_deal(world)
    await olga.says("/settings")
    await olga.taps("🗂 Stages")
    await olga.taps("🗂 Standard stages")
    await olga.taps("1. New")
    olga.hears("1 open deal is here.")
    await olga.taps("🗄 Retire")
    olga.hears("1 open deal is at “New”. Where should it go?")
    await olga.taps("▶ Inquiry")
    olga.hears("1 deal was moved.", "Standard stages", "1. New", "2. Inquiry")
    await olga.says(f"/deals {deal}")
    olga.hears("Stage: Inquiry")
    await olga.taps("⋯ More")
    await olga.taps("🕘 History")
    olga.hears("Moved from New to Inquiry: the stage was retired")


async def test_the_standard_stages_are_as_at_first_again_once_no_deal_stands_in_the_way(world: World) -> None:
    olga = await world.colleague("Олга", Role.OWNER, "bg")
    await _opens_standard_stages(olga)
    await olga.taps("⋯ Още")
    olga.sees_no("↩️ Както в началото")
    await olga.taps("◀ Назад")
    await olga.taps("➕ Етап")
    await olga.says("Среща")
    await olga.taps("◀ Назад")
    step = await world.database.read(lambda unit: _own_step(world, unit))
    deal = await a_deal(world, step=step)

    await _opens_standard_stages(olga)
    await olga.taps("⋯ Още")
    await olga.taps("↩️ Както в началото")
    olga.hears("Още не може: на етапи, които ще изчезнат, има отворени сделки.")
    olga.sees_no("↩️ Да, както в началото")
    await olga.taps("Среща · 1 сделка")
    await olga.taps(f"№ {deal}")
    await olga.taps("▶")
    olga.hears("Етап: ")
    olga.hears_nothing_of("Среща")

    await _opens_standard_stages(olga)
    await olga.taps("⋯ Още")
    await olga.taps("↩️ Както в началото")
    olga.hears("Ще изчезнат етапите: Среща")
    await olga.taps("↩️ Да, както в началото")
    olga.hears("1. Нова", "2. Запитване")
    olga.hears_nothing_of("Среща")
    await olga.taps("⋯ Още")
    olga.sees_no("↩️ Както в началото")


async def _opens_standard_stages(olga: Person) -> None:
    await olga.says("/settings")
    await olga.taps("🗂 Етапи")
    await olga.taps("🗂 Обичайните етапи")


def _own_step(world: World, unit: SqlUnit) -> str:
    """The key of the stage that the owner added."""
    pipeline = world.desk(unit).agency.definitions.one(PIPELINE, SHIPPED)
    return next(part.key for part in pipeline.parts if part.labels)


async def test_wrong_stages_get_a_sentence_until_they_are_right(world: World) -> None:
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    await olga.says("/settings")
    await olga.taps("🗂 Этапы")
    await olga.taps("➕ Новые этапы")
    await olga.says("🙏")
    olga.hears("В названии нужна хотя бы одна буква или цифра.")
    await olga.says("х" * 300)
    olga.hears("Здесь 300 знаков, а на кнопке помещается 40.")
    await olga.says("Паломничества")
    await olga.says("Один")
    olga.hears("Нужно хотя бы два этапа")
    await olga.says("Дорога, дорога, Дом")
    olga.hears("Два этапа назывались бы «дорога».")
    await olga.says(", ".join(f"Этап {number}" for number in range(21)))
    olga.hears("Этапов может быть не больше 20.")
    await olga.says("Благословение, Дорога, Дом")
    olga.hears("🗂 Паломничества", "1. Благословение", "3. Дом")


async def test_two_owners_at_once_do_not_overwrite_each_other(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    nina = await world.colleague("Nina", Role.OWNER)
    for owner in (olga, nina):
        await owner.says("/settings")
        await owner.taps("🗂 Stages")
        await owner.taps("🗂 Standard stages")
        await owner.taps("1. New")
        await owner.taps("📋 Waits for")
    await olga.taps("☐ the price")
    await nina.taps("☐ the deposit")
    assert nina.toast.startswith("Somebody has just changed this")
    nina.sees("☑ the price", "☐ the deposit")
    await nina.taps("☐ the deposit")
    nina.sees("☑ the price", "☑ the deposit")
    await nina.taps("Next ▶")
    await nina.taps("☐ the voucher")
    nina.sees("☑ the voucher")
