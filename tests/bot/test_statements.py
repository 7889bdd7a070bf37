"""How many statements the main taps cost, from the update's arrival to the end of its transaction.

Three are the same for all: the update is stored, it is taken and marked as done, and one tells who is speaking. The
rest is the step.
"""

from typing import Any

import pytest

from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.things import OHRID
from tests.world import World

MOST = {
    "/menu": 13,  # with the next journey, the branches one asks at, and the trips one can join with their seats
    "🌐 Language": 5,
    "/tour": 7,  # with the places of the trips ahead
    "Lisbon": 8,  # with the trips that go there
    "/trips": 7,
    "Ohrid": 10,  # with how much was noticed there
    "👥 Participants": 11,  # two of them ask for the last copies
    "/deals": 9,  # those that need one: overdue, due today, and ready, each with what is due of it
    "/deals 1": 10,  # with what was noticed last of where it goes, and the offer by which it came
    "⋯ More": 8,  # with how many services are booked
    "▶": 15,  # with the steps that are passed after it, and with what was noticed last of where it goes
    "🕘 History": 6,
    "Anna": 16,  # the only one who fits: on her card it is counted in one look of what there is some, and only that is read
    "Petrova": 13,  # a traveller in the list of what fits
}


@pytest.fixture
async def costs(world: World) -> dict[str, int]:
    """Of each act in the table, with twenty-one deals on the trip."""
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    trip = await a_trip(world, OHRID)
    await a_deal(world, client=anna, trip=trip, responsible=boris, travellers=["Maria Petrova"])
    for number in range(20):
        await a_deal(world, client=f"Client {number}", trip=trip, responsible=boris, travellers=["A", "B"])
    measured: dict[str, int] = {}
    for person, acts in (
        (anna, ("/menu", "🌐 Language", "/tour", "Lisbon")),
        (
            boris,
            (
                "/trips",
                "Ohrid",
                "👥 Participants",
                "/deals",
                "/deals 1",
                "⋯ More",
                "🕘 History",
                "/deals 1",
                "▶",
                "Anna",
                "Petrova",
            ),
        ),
    ):
        for act in acts:
            measured[act] = await _cost(world, person, act)
    return measured


async def _cost(world: World, person: Person, act: str) -> int:
    """Of the bot alone: the scheduler does not look while this is counted."""
    await person.looks()
    button = next((label for label in person.buttons if label.startswith(act)), None)
    said: dict[str, Any] = {"button": button} if button else {"text": act}
    before = world.database.statements
    await world.post(f"/sim/people/{person.id}/{'tap' if button else 'say'}", said)
    await world.listened()
    counted = world.database.statements - before
    await world.settle()
    await person.looks()
    return counted


async def test_no_tap_costs_more_than_it_should(costs: dict[str, int]) -> None:
    assert costs.keys() == MOST.keys()
    assert {act: cost for act, cost in costs.items() if cost > MOST[act]} == {}
