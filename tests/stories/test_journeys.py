"""Tailor-made journeys: their clients are told the day before, who cannot be reached is called, and what is over is closed."""

from datetime import UTC, date, datetime
from typing import Any

from domain.entities.people import Role
from scheduler.timetable import TIMETABLE
from tests.deals import a_deal, told, with_deal
from tests.people import Person
from tests.stirring import writes
from tests.world import World

DAYS: dict[str, Any] = {"starts": date(2027, 5, 12), "ends": date(2027, 5, 15)}


def _at(day: int, hour: int = 9) -> datetime:
    return datetime(2027, 5, day, hour, tzinfo=UTC)


async def test_a_journey_is_told_the_day_before_and_closed_after_its_last_day(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    sent: dict[str, Any] = {"voucher_sent_at": _at(1)}
    deal = await a_deal(world, client=anna, responsible=boris, step="voucher", seats=1, **DAYS, **sent)
    await boris.says(f"/deals {deal}")
    boris.hears("⏳ Чака се: съобщението за тръгването на 11 май", "12 май – 15 май")

    await world.turn(_at(11, 3))
    assert await told(world, anna) == []
    await world.turn(_at(11))
    await anna.looks()
    anna.hears("Завтра: Honeymoon in Vienna", "12 мая", "15 мая", "300 €")
    await boris.says(f"/deals {deal}")
    boris.hears("Етап: Клиентът е уведомен")
    await boris.taps("⋯")
    await boris.taps("🕘")
    boris.hears("Съобщено за началото: 12 май")

    await world.turn(_at(15, 20))
    assert await _step(world, deal) == "notified"
    await world.turn(_at(16, 3))
    assert await _step(world, deal) == "travelled"
    assert len(await told(world, anna)) == 1


async def test_who_cannot_be_reached_is_called(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    deal = await a_deal(world, responsible=boris, step="voucher", seats=1, **DAYS, voucher_sent_at=_at(1))
    await world.turn(_at(11))
    with writes() as written:
        assert await world.scheduler.tick(TIMETABLE) == 0
    assert written == [], "a look that finds nothing new writes nothing"
    await boris.looks()
    await _opens(boris, "Maria Ivanova has not been told yet: Honeymoon in Vienna")
    await boris.taps("☎️ Told by phone")
    boris.hears("Stage: Notified")
    await world.turn(_at(16))
    assert await _step(world, deal) == "travelled"


async def _opens(boris: Person, words: str) -> None:
    boris.hears(words)
    await boris.taps("📂 To the deal")


async def _step(world: World, deal: int) -> str:
    step: str = await with_deal(world, deal, lambda _desk, found: found.step_key)
    return step
