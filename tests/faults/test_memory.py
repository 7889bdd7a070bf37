"""What is made for one update is let go with it."""

import gc
from collections import Counter

import pytest

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.events import Event
from bot.conversation.exchange import Exchange
from storage import SqlUnit
from tests.faults.conftest import Score, many
from tests.people import Person
from tests.world import World

OURS = ("bot", "domain", "storage", "scheduler", "locales")
KINDS_OF_TALK = ("/menu", "/language", "/tour", "Lisbon", "/cancel", "a wish", "/help")


def alive() -> Counter[str]:
    """Things of our rooms that somebody still holds."""
    gc.collect()
    kinds = (type(thing) for thing in gc.get_objects())
    return Counter(kind.__qualname__ for kind in kinds if kind.__module__.split(".")[0] in OURS)


async def talks(person: Person, times: int) -> None:
    for turn in range(times):
        await person.says(KINDS_OF_TALK[turn % len(KINDS_OF_TALK)])


async def test_no_update_leaves_anything_of_ours_behind(
    world: World, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """Counted by kind; and a handler that keeps what it took is noticed."""
    anna, times = await world.person("Anna"), many(28, 700)
    await anna.says("/start")
    await talks(anna, 14)
    before = alive()
    await talks(anna, times)
    assert max((alive() - before).values(), default=0) < times / 4

    kept: list[Exchange] = []
    travel = Dispatcher.dispatch

    def keeping(road: Dispatcher, unit: SqlUnit, heard: Event) -> Exchange:
        kept.append(travel(road, unit, heard))
        return kept[-1]

    monkeypatch.setattr(Dispatcher, "dispatch", keeping)
    before = alive()
    await talks(anna, times)
    assert max((alive() - before).values()) > times / 2
    score(2 * times)
