"""One person's share of everybody's time: whoever floods us waits, is told once, and holds up nobody."""

import asyncio
from typing import Any

from bot.transport.inbox.inbox import Inbox
from bot.transport.inbox.update_writer import UpdateWriter
from bot.transport.inbox.user_queues import Budgets, Limits
from domain.entities.people import Role
from domain.values.language import Language
from storage import Database
from tests.bot.test_inbox import ANNA, BORIS, said
from tests.world import NOON, World

FEW = Limits(burst=2, per_second=0.001, waiting=3)


def test_a_burst_is_free_and_then_each_has_its_time() -> None:
    now = 100.0
    budgets = Budgets(Limits(burst=3, per_second=2), lambda: now)
    assert [budgets.wait(ANNA) for _ in range(3)] == [0, 0, 0]
    assert [budgets.wait(ANNA) for _ in range(2)] == [0.5, 1.0]
    assert budgets.wait(BORIS) == 0
    now += 60
    assert [budgets.wait(ANNA) for _ in range(4)] == [0, 0, 0, 0.5]


def test_who_has_rested_is_forgotten() -> None:
    now = 100.0
    budgets = Budgets(Limits(), lambda: now)
    for who in range(900):
        budgets.wait(who)
    now += 60
    for who in range(900, 1200):
        budgets.wait(who)
    assert len(budgets._used_until) <= 301


async def test_a_flood_is_set_aside_and_told_once_and_the_others_come_first(database: Database) -> None:
    order: list[int] = []
    told: list[str] = []

    async def take(number: int, _payload: str | None) -> None:
        await database.run(lambda unit: unit.inbox.done(number))
        order.append(number)

    async def flooded(payload: str) -> None:
        told.append(payload)

    inbox = Inbox(database, take, lambda: NOON, limits=FEW, flooded=flooded)
    await inbox.store([said(number, ANNA) for number in range(1, 8)])
    for number in range(8, 20):
        await inbox.store([said(number, ANNA)])
    await inbox.store([said(20, BORIS)])
    while 20 not in order:
        await asyncio.sleep(0)
    await inbox.close(patience=0)
    assert [number for number in order if number != 20] == [1, 2], "Boris waits for no more than Anna's share"
    assert len(told) == 1
    aside = await database.read(lambda unit: unit.inbox.flooded())
    waiting = await database.read(lambda unit: unit.inbox.waiting())
    assert aside == 12
    assert [number for number, _lane in waiting] == [3, 4, 5, 6, 7], "nothing is lost"

    tomorrow = Inbox(database, take, lambda: NOON)
    await tomorrow.open()
    await tomorrow.store([said(number, ANNA) for number in range(1, 20)])
    await tomorrow.rest()
    assert [number for number in order if number != 20] == [1, 2, 3, 4, 5, 6, 7], "and nothing comes again"


async def test_who_floods_us_is_told_in_their_language(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, language="ru")
    anna = await world.person("Anna", language="bg")
    await anna.says("/start")
    for person, words in ((boris, "Слишком много сообщений сразу."), (anna, "Твърде много наведнъж!")):
        update: dict[str, Any] = said(1, person.id)
        update["message"]["from"]["language_code"] = "bg"
        inbox = Inbox(
            world.database, _nothing, lambda: NOON, limits=Limits(waiting=0), flooded=world.bot.inbox._flooded
        )
        inbox._queue_of(person.id)
        await inbox.store([update | {"update_id": person.id}])
        await inbox.rest()
        await person.looks()
        person.hears(words)
    assert (
        await world.database.read(
            lambda unit: unit.repositories.people.by_telegram_id(boris.id).language  # type: ignore[union-attr]
        )
        is Language.RUSSIAN
    )


async def _nothing(_number: int, _payload: str | None) -> None:
    pass


async def test_what_comes_meanwhile_is_stored_together(database: Database) -> None:
    writer = UpdateWriter(database, lambda: NOON)
    rows = [(number, ANNA, "{}") for number in range(1, 21)]
    await writer.store(rows[:1])
    before = database.statements
    fresh = await asyncio.gather(*(writer.store([row]) for row in (*rows, rows[5])))
    assert [sorted(numbers) for numbers in fresh] == [[], *([n] for n in range(2, 21)), []]
    assert database.statements - before <= 4, "the first, and then all the others"


async def test_who_brings_what_cannot_be_stored_hears_it_and_the_others_do_not(database: Database) -> None:
    writer = UpdateWriter(database, lambda: NOON)
    first = asyncio.create_task(writer.store([(1, ANNA, "{}")]))
    good = asyncio.create_task(writer.store([(2, ANNA, "{}")]))
    bad = asyncio.create_task(writer.store([(2**70, ANNA, "{}")]))
    done = await asyncio.gather(first, good, bad, return_exceptions=True)
    assert list(done[:2]) == [{1}, {2}]
    assert isinstance(done[2], Exception)
