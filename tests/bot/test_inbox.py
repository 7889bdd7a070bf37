"""The inbox: in order per person, people side by side, and nobody stands still because something failed."""

import asyncio
from typing import Any

import orjson
import pytest

from bot.transport.inbox import inbox
from bot.transport.inbox.inbox import Inbox
from storage import Database
from tests.world import NOON

ANNA, BORIS = 1, 2
QUICKLY = (0.01, 0.02)


def said(update_id: int, who: int) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"from": {"id": who}, "chat": {"id": who}, "text": "x"}}


class Desk:
    """Takes updates: `gates` hold one back until opened, `broken` counts how often one fails first."""

    def __init__(self, database: Database) -> None:
        self.inbox = Inbox(database, self.take, lambda: NOON, at_once=8, waits=QUICKLY)
        self._database = database
        self.begun: list[int] = []
        self.at_hand: list[bool] = []
        self.taken: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.broken: dict[int, int] = {}
        self.wrong: set[int] = set()

    async def take(self, update_id: int, payload: str | None) -> None:
        self.begun.append(update_id)
        self.at_hand.append(payload is not None)
        if update_id in self.gates:
            await self.gates[update_id].wait()
        if self.broken.get(update_id, 0):
            self.broken[update_id] -= 1
            raise ConnectionError("the database is away")
        if update_id in self.wrong:
            raise RecursionError
        await self._database.run(lambda unit: unit.inbox.done(update_id))
        self.taken.append(update_id)


async def test_one_person_in_order_another_beside_them(database: Database) -> None:
    desk = Desk(database)
    desk.gates[1] = asyncio.Event()
    await desk.inbox.store([said(1, ANNA), said(2, ANNA), said(3, BORIS), said(4, BORIS), said(5, ANNA)])
    while desk.taken != [3, 4]:
        await asyncio.sleep(0)
    assert 2 not in desk.begun, "Anna's second word waits for her first"

    desk.gates[1].set()
    await desk.inbox.rest()
    assert desk.taken == [3, 4, 1, 2, 5]


async def test_what_comes_twice_is_taken_once(database: Database) -> None:
    desk = Desk(database)
    await desk.inbox.store([said(1, ANNA), said(1, ANNA)])
    await desk.inbox.store([said(1, ANNA), said(2, ANNA)])
    await desk.inbox.rest()
    await desk.inbox.store([said(2, ANNA)])
    await desk.inbox.rest()
    assert desk.taken == [1, 2]


async def test_a_failure_that_passes_keeps_the_order(database: Database) -> None:
    desk = Desk(database)
    desk.broken = {1: len(QUICKLY)}
    await desk.inbox.store([said(1, ANNA), said(2, ANNA), said(3, BORIS)])
    await desk.inbox.rest()
    assert [update for update in desk.taken if update != 3] == [1, 2]
    assert desk.begun.count(1) == 1 + len(QUICKLY)


async def test_while_the_house_is_unwell_the_lane_waits_and_a_later_look_takes_it_up(
    database: Database,
) -> None:
    desk = Desk(database)
    desk.broken = {1: 1 + len(QUICKLY)}
    await desk.inbox.store([said(1, ANNA), said(2, ANNA)])
    await desk.inbox.rest()
    assert desk.taken == [], "nothing overtakes"

    await desk.inbox.sweep()
    await desk.inbox.rest()
    assert desk.taken == [], "what was only just brought is somebody's"
    await desk.inbox.sweep()
    await desk.inbox.rest()
    assert desk.taken == [1, 2]


async def test_what_is_wrong_itself_is_set_aside_and_the_lane_goes_on(database: Database) -> None:
    desk = Desk(database)
    desk.wrong = {1}
    await desk.inbox.store([said(1, ANNA), said(2, ANNA)])
    await desk.inbox.rest()
    assert desk.taken == [2]
    assert await database.read(lambda unit: unit.inbox.quarantined()) == 1


async def test_what_is_too_much_to_hold_is_read_from_the_table_when_its_turn_comes(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(database)
    one = len(orjson.dumps(said(1, ANNA)))
    monkeypatch.setattr(inbox, "AT_HAND", 2 * one)
    desk.gates[1] = asyncio.Event()
    await desk.inbox.store([said(number, ANNA) for number in (1, 2, 3, 4)])
    desk.gates[1].set()
    await desk.inbox.rest()
    assert (desk.taken, desk.at_hand) == ([1, 2, 3, 4], [True, True, False, False])

    await desk.inbox.store([said(5, BORIS), said(6, BORIS)])
    await desk.inbox.rest()
    assert desk.at_hand[-2:] == [True, True], "what was taken weighs nothing any more"


async def test_closing_finishes_what_is_under_way_and_leaves_the_rest_for_the_next_start(
    database: Database,
) -> None:
    desk = Desk(database)
    desk.gates = {1: asyncio.Event(), 3: asyncio.Event()}
    await desk.inbox.store([said(1, ANNA), said(2, ANNA), said(3, BORIS)])
    while len(desk.begun) < 2:
        await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.05, desk.gates[1].set)
    await desk.inbox.close(patience=0.3)
    assert desk.taken == [1], "Anna's was finished, Boris's took too long"

    tomorrow = Desk(database)
    await tomorrow.inbox.open()
    await tomorrow.inbox.rest()
    assert sorted(tomorrow.taken) == [2, 3]
    assert (desk.at_hand, tomorrow.at_hand) == ([True, True], [True, True])


async def test_what_is_no_update_is_left_behind(database: Database) -> None:
    desk = Desk(database)
    odd: list[Any] = [
        b"",
        b"[]",
        b"7",
        b"{}",
        b'{"update_id": true}',
        b'{"update_id": -1}',
        {"update_id": "1"},
    ]
    await desk.inbox.store([*odd, said(6, ANNA), b"[" * 100_000])
    await desk.inbox.rest()
    assert desk.taken == [6]
