"""Today: what waits for each role, in their language; each line opens its thing."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Role
from domain.ports.desk import Desk
from tests.deals import a_deal, a_trip, with_deal
from tests.people import Person
from tests.things import OHRID, eur
from tests.world import World

DUE = date(2027, 3, 1)
OF_MARCH = replace(OHRID, deposit_due=DUE, documents_due=DUE, balance_due=DUE)
TOMORROW = replace(OF_MARCH, departs=datetime(2027, 3, 2, 6, 30), returns=date(2027, 3, 5))
BANSKO = replace(OF_MARCH, name="Bansko", departs=datetime(2027, 3, 20, 7, 0), returns=date(2027, 3, 22))

NOTHING = {
    "en": "Nothing needs you: everything is on track.",
    "ru": "Срочных дел нет: всё идёт по плану.",
    "bg": "Нищо не Ви чака: всичко върви по план.",
    "zh": "现在没有待办：一切按计划进行。",
}


@pytest.mark.parametrize("role", [*Role])
async def test_nothing_to_do_is_one_line(world: World, role: Role) -> None:
    for language, words in NOTHING.items():
        somebody = await world.colleague("Anna Petrova", role, language)
        somebody.hears(words)
        assert len(somebody.buttons) == 1  # the way to everything else


async def test_the_managers_day(world: World) -> None:
    boris = await world.colleague("Борис Иванов", Role.MANAGER, "ru")
    soon = await a_trip(world, replace(TOMORROW, departs=datetime(2027, 3, 3, 6, 30)))
    await a_deal(
        world,
        responsible=boris,
        trip=soon,
        step="deposit",
        travellers=["Maria"],
        passports=DocumentState.SENT,
    )
    await a_deal(world, client="Pavel", responsible=boris, step="deposit", deposit=eur(0))
    await boris.presses("☀️ Сегодня")
    boris.hears("понедельник, 1 марта", "Добрый день, Борис!")
    boris.sees("📄 Проверить · 1", "▶ Следующий этап · 1", "⚠️ Ohrid 03.03: без ваучера · 1")

    await boris.taps("📄 Проверить")
    boris.hears("Maria")
    await boris.taps("✅ Принять")
    await boris.presses("☀️ Сегодня")
    boris.sees_no("📄 Проверить")
    await boris.taps("⚠️ Ohrid 03.03")
    boris.hears("Ohrid 03.03", "Maria")
    await boris.presses("☀️ Сегодня")
    await boris.taps("▶ Следующий этап")
    boris.hears("Pavel")
    await boris.taps("◀ Назад")
    boris.hears("Добрый день, Борис!")

    await world.turn(timedelta(days=5))
    await boris.presses("☀️ Сегодня")
    await boris.taps("🏁 Подвести итог · 1")
    boris.hears("Maria Ivanova")
    await boris.taps("🏁")
    await boris.presses("☀️ Сегодня")
    boris.sees_no("🏁")


async def test_several_of_a_kind_are_a_list_and_counts_have_an_end(world: World) -> None:
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    await a_deal(
        world, travellers=[f"Traveller {n}" for n in range(9)], seats=9, passports=DocumentState.SENT
    )
    await kalina.presses("☀️ Днес")
    await kalina.taps("📄 За проверка · 9")
    kalina.sees("📄 Traveller 0", "📄 Traveller 6", "Следващи ▶")
    kalina.sees_no("📄 Traveller 7")
    await kalina.taps("Следващи ▶")
    kalina.sees("📄 Traveller 8", "◀ Назад")
    for _ in range(11):
        await a_deal(
            world, travellers=[f"Other {n}" for n in range(9)], seats=9, passports=DocumentState.SENT
        )
    await kalina.says("/today")
    kalina.sees("📄 За проверка · 99+")


async def test_the_operators_day(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await asks_for_a_tour(anna)
    await world.turn(timedelta(hours=5))
    await kalina.says("/today")
    await kalina.taps("📥 Inquiries · 1, oldest: 5 hours")
    kalina.hears("Inquiry #1")

    trip = await a_trip(world, TOMORROW)
    await a_deal(world, client="Maria Ivanova", trip=trip)
    await world.turn(timedelta(minutes=1))
    await kalina.says("/today")
    await kalina.taps("☎️ Calls to make · 1")
    kalina.hears("our messages do not reach them", "Maria Ivanova")
    await kalina.taps("☎️ Maria Ivanova")
    await kalina.taps("☎️")
    await kalina.says("/today")
    kalina.sees_no("☎️ Calls to make")


async def test_the_owners_day(world: World) -> None:
    olga = await world.colleague("Олга", Role.OWNER, "bg")
    anna = await world.person("Anna")
    await asks_for_a_tour(anna)
    await a_trip(world, BANSKO)
    number = await a_deal(world)
    await with_deal(world, number, lambda desk, deal: pays(desk, deal, 180))
    await olga.says("/today")
    olga.sees("💶 От вчера: 180 €", "💺 Полупразни пътувания · 1")
    olga.sees_no("📈")
    await world.turn(timedelta(days=1))
    await olga.says("/today")
    await olga.taps("🔴 Дълго без отговор · 1")
    olga.hears("🔴 Anna · ")
    await olga.says("/today")
    await olga.taps("📈 Вчера нови: 📥 1 · 🗂 1")
    olga.sees("✓ 📥 Запитвания · 1", "🗂 Сделки · 1", "📥 № 1 · Anna")
    await olga.taps("🗂 Сделки · 1")
    await olga.taps("№ 1 · Maria Ivanova")
    olga.hears("Maria Ivanova")
    await olga.says("/today")
    await olga.taps("💺 Полупразни пътувания")
    olga.hears("Bansko 20.03")


async def test_the_accountants_day_and_the_money_key(world: World) -> None:
    vera = await world.colleague("Вера", Role.ACCOUNTANT, "ru")
    await vera.presses("💶 Деньги")
    vera.hears("Сегодня: —", "Платежей пока не было.")
    number = await a_deal(world)
    for amount in range(10, 100, 10):
        await with_deal(world, number, lambda desk, deal: pays(desk, deal, amount))  # noqa: B023
    await vera.presses("☀️ Сегодня")
    await vera.taps("💶 Со вчерашнего дня: 450 €")
    vera.hears("Сегодня: 450 €", "Вчера: —", "За этот месяц: 450 €")
    vera.sees("90 € · Maria Ivanova", "30 €", "Дальше ▶")
    await vera.taps("Дальше ▶")
    vera.sees("10 €")
    await vera.taps("20 €")
    vera.hears("№ 1")


async def test_the_guides_day(world: World) -> None:
    li = await world.colleague("李美", Role.GUIDE, "zh")
    trip = await a_trip(world, TOMORROW)
    await a_deal(world, trip=trip, travellers=["Maria"])
    await li.presses("☀️ 今天")
    li.hears("您好，李美。")
    li.sees("🚌 Ohrid 02.03，06:30", "👥 集合上车：Ohrid 02.03", "☎️ 电话：Ohrid 02.03")
    await li.taps("👥 集合上车")
    li.hears("Maria")
    li.hears_nothing_of("EUR")
    await world.turn(timedelta(days=2))
    await li.presses("☀️ 今天")
    li.sees("🚌 Ohrid 02.03")  # it is on its way
    li.sees_no("👥", "☎️")
    later = datetime(2027, 3, 4, 9, 0)
    due = later.date()
    await a_trip(world, replace(TOMORROW, departs=later, deposit_due=due, documents_due=due, balance_due=due))
    await li.presses("☀️ 今天")
    await li.taps("🚌 本周 · 2")
    li.sees("🚌 Ohrid 02.03", "🚌 Ohrid 04.03")

    boris = await world.colleague("Boris", Role.MANAGER)
    await boris.says("/trips")
    await boris.taps("Ohrid 04.03")
    await boris.taps("🧭 Guides")
    await boris.taps("李美")
    await li.presses("☀️ 今天")
    li.sees("🚌 Ohrid 04.03")  # their own, and no other
    li.sees_no("🚌 本周", "Ohrid 02.03")


async def test_another_branch_is_not_counted(world: World) -> None:
    """Neither in a line, nor in the list behind it."""
    boris = await world.colleague("Boris", Role.MANAGER)
    vera = await world.colleague("Vera", Role.ACCOUNTANT)
    here, there = await branches(world, boris, vera)
    for branch in (here, there):
        number = await a_deal(
            world, client=f"Client {branch}", travellers=["X"], passports=DocumentState.SENT, branch=branch
        )
        await with_deal(world, number, lambda desk, deal: pays(desk, deal, 10))
    await boris.says("/today")
    boris.sees("📄 To check · 1")
    await vera.says("/money")
    vera.hears("Today: €10")
    vera.sees(f"€10 · Client {here}")
    vera.sees_no(f"€10 · Client {there}")


async def branches(world: World, *colleagues: Person) -> tuple[int, int]:
    """Theirs, and another one."""
    from domain.entities.branches import Branch

    def work(unit: object) -> tuple[int, int]:
        desk = world.desk(unit)  # type: ignore[arg-type]
        made = [Branch(name, desk.now) for name in ("Plovdiv", "Varna")]
        for one in made:
            desk.repositories.branches.add(one)
        desk.repositories.flush()
        for colleague in colleagues:
            person = desk.repositories.people.by_telegram_id(colleague.id)
            assert person is not None
            member = desk.repositories.staff.of(person)
            assert member is not None
            member.branch = made[0].id
        return made[0].id, made[1].id

    return await world.database.run(work)


def pays(desk: Desk, deal: Deal, amount: int) -> None:
    deal.payments.append(Payment(eur(amount), PaymentMethod.CASH, desk.today, None, desk.now))


async def asks_for_a_tour(anna: Person) -> None:
    await anna.says("/tour")
    for words in ("Rome", "in autumn", "2"):
        await anna.says(words)
    await anna.taps("Anna")
    await anna.taps("Skip")
    await anna.taps("✅ Send")
