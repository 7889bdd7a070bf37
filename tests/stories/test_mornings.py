"""The morning message: each colleague hears at their hour what waits, and a line of it opens its thing."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from domain.entities.documents import DocumentState
from domain.entities.people import Role
from scheduler.delivery.rate_limiter import RateLimiter
from scheduler.program import SchedulerProgram
from tests.deals import a_deal, a_trip, told
from tests.people import Person
from tests.stories.test_dismissal import dismisses
from tests.things import OHRID
from tests.world import World

TUESDAY = datetime(2027, 3, 2, 6, 30, tzinfo=UTC)
"""Half past eight in Sofia."""
DAY = timedelta(days=1)


async def papers(world: World, *names: str) -> None:
    await a_deal(world, travellers=names, seats=len(names), passports=DocumentState.SENT)


async def mornings(world: World, person: Person) -> int:
    return sum(one.startswith("morning ") for one in await told(world, person))


async def test_a_manager_hears_at_half_past_eight_what_waits(world: World) -> None:
    boris = await world.colleague("Борис Иванов", Role.MANAGER, "ru")
    await papers(world, "Maria", "Pavel")
    await world.turn(TUESDAY - timedelta(minutes=1))
    await boris.looks()
    boris.hears_nothing_of("Доброе утро")
    await world.turn(TUESDAY)
    await boris.looks()
    boris.hears("вторник, 2 марта", "Доброе утро, Борис!")
    boris.sees("📄 Проверить · 2", "☀️ Сегодня")
    await world.turn(TUESDAY + timedelta(hours=3))
    assert await mornings(world, boris) == 1

    await boris.taps("📄 Проверить")
    boris.sees("📄 Maria", "📄 Pavel")
    for _ in range(2):
        await boris.taps("📄")
        await boris.taps("✅ Принять")
        await boris.says("/today")
        await boris.looks()
    morning = next(one for one in boris.chat if "Доброе утро" in (one["text"] or ""))
    data = morning["buttons"][0][0]["callback_data"]
    await boris.forges(data, morning["message_id"])
    assert boris.toast == "Это уже сделано."
    boris.hears("Добрый день, Борис!")


async def test_nothing_to_do_is_said_only_to_who_wants_it(world: World) -> None:
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    await kalina.says("/settings")
    kalina.hears("Моите настройки", "Пон–Пет: 09:00–18:00", "Всеки работен ден в 08:30")
    await world.turn(TUESDAY)
    await kalina.looks()
    kalina.hears_nothing_of("Добро утро")
    await kalina.says("/settings")
    await kalina.taps("🔔 Всеки ден")
    kalina.hears("Дори когато няма нищо.")
    await world.turn(TUESDAY + DAY)
    await kalina.looks()
    kalina.hears("Добро утро, Калина!", "Нищо не Ви чака")
    await kalina.taps("☀️ Днес")
    kalina.hears("Добър ден, Калина!")


async def test_each_chooses_an_hour_or_none(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await papers(world, "Maria")
    await boris.says("/settings")
    await boris.taps("☀️ Another hour")
    boris.hears("What time should the morning message come?")
    await boris.says("half past nonsense")
    boris.hears("What time should the morning message come?")
    await boris.taps("07:30")
    boris.hears("Every working day at 07:30")
    await world.turn(TUESDAY - timedelta(hours=1))
    await boris.looks()
    boris.hears("Good morning, Boris.")
    await boris.says("/settings")
    await boris.taps("🔕 Turn off")
    boris.hears("No message in the morning.")
    await world.turn(TUESDAY + DAY)
    assert await mornings(world, boris) == 1
    await boris.says("/settings")
    await boris.taps("☀️ Morning message")
    await boris.taps("09:00")
    boris.hears("Every working day at 09:00")
    await boris.taps("✏️ My hours")
    await boris.taps("Thu")
    await boris.taps("I do not")
    await world.turn(TUESDAY + 2 * DAY + timedelta(hours=1))
    assert await mornings(world, boris) == 1, "it is Thursday"
    await world.turn(TUESDAY + 3 * DAY + timedelta(minutes=30))
    assert await mornings(world, boris) == 2


async def test_the_owner_finds_both_kinds_of_settings(world: World) -> None:
    olga = await world.colleague("李美", Role.OWNER, "zh")
    await olga.says("/settings")
    olga.sees("🏢")
    await olga.says("/menu")
    await olga.taps("⋯ 更多")
    await olga.taps("🙋 我的设置")
    olga.hears("每个工作日 08:30 告诉您有哪些待办。")
    await olga.taps("🌐 语言")
    await olga.taps("English")
    await olga.says("/menu")
    await olga.taps("⋯ More")
    await olga.taps("🙋 My settings")
    olga.hears("English")


async def test_who_left_is_told_nothing_and_nobody_else_instead(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await papers(world, "Maria")
    await dismisses(olga, "Boris")
    await world.turn(TUESDAY)
    assert await mornings(world, boris) == 0
    await olga.looks()
    olga.hears_nothing_of("Maria")


async def test_two_schedulers_tell_it_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await papers(world, "Maria")
    other = SchedulerProgram(
        world.database,
        world.agency,
        world.sandbox.token,
        world.sandbox.api_url,
        world.sandbox.clock.now,
        lambda: "another",
        world.files,
        RateLimiter(overall=1000, burst=100),
    )
    await other.open()
    world.sandbox.clock.set(TUESDAY)
    await asyncio.gather(*(one.tick() for one in (world.scheduler, other) for _ in range(3)))
    await other.close()
    await boris.looks()
    assert await mornings(world, boris) == 1
    assert sum("Good morning" in heard for heard in boris.heard) == 1


async def test_what_is_late_stands_first(world: World) -> None:
    """Overdue, due today, and who waits for an answer: of the manager's own deals, and for the owner in sums."""
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    olga = await world.colleague("Olga", Role.OWNER)
    vera = await world.colleague("Вера", Role.ACCOUNTANT, "ru")
    await late_deals(world, boris)
    await boris.presses("☀️ Днес")
    boris.sees("🔴 Просрочени · 2, до 13 дни", "⏰ Срок днес · 1")
    await boris.taps("🔴 Просрочени")
    boris.hears("Просрочени")
    boris.sees("№ 1 · Anna", "№ 2 · Maria")
    await boris.taps("№ 1 · Anna")
    boris.hears("Anna")
    await vera.presses("☀️ Сегодня")
    vera.sees("⏰ Срок сегодня · 1", "🔴 Просрочено · 2, уже 13 дней")
    await olga.says("/today")
    olga.sees("🔴 Overdue: €400")
    await olga.taps("🔴 Overdue")
    olga.sees("#1 · Anna", "#2 · Maria")


async def late_deals(world: World, boris: Person) -> None:
    """Two deposits that were due the day after they were booked, and one due today."""
    due = date(2027, 3, 1)
    trip = await a_trip(
        world, replace(OHRID, deposit_due=due, documents_due=date(2027, 9, 1), balance_due=date(2027, 10, 1))
    )
    for name in ("Anna", "Maria"):
        await a_deal(world, client=name, trip=trip, responsible=boris)
    later = await a_trip(world, replace(OHRID, name="Rome", deposit_due=date(2027, 3, 15)))
    await a_deal(world, client="Pavel", trip=later, responsible=boris)
    await world.turn(timedelta(days=14))


async def test_clients_who_wait_are_answered_from_the_list(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/write")
    await anna.says("Is breakfast included?")
    await kalina.says("/today")
    await kalina.taps("💬 To answer · 1, oldest: 0 min")
    kalina.hears("Anna: Is breakfast included?")
    await kalina.taps("✉️ Answer")
    await kalina.says("It is.")
    await anna.looks()
    anna.hears("It is.")
