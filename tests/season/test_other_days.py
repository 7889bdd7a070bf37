"""The season can be played whenever somebody opens the demo, on both databases."""

import os
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.entities.people import Person
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor
from domain.usecases.deals.journeys import finish_journeys
from domain.usecases.staff.staffing import invite, join_staff
from domain.usecases.trips.departures import finish_trips
from domain.values.language import Language
from sandbox import Sandbox
from sandbox.world import Person as Phone
from storage import Database, SqlUnit
from tests.world import AGENCY
from tourdesk.agency import RunningAgency
from tourdesk.cast import CLIENTS, STAFF
from tourdesk.season.acts import Season
from tourdesk.season.playing import BEGINS, Player, opening_of

SOFIA = ZoneInfo("Europe/Sofia")
CLOCKS_GO_BACK = date(2026, 10, 24)
"""That night."""

LONG = "TOURDESK_LONG" in os.environ


@dataclass
class JourneysEnd:
    """Nothing else happens by itself."""

    at_work: RunningAgency
    database: Database

    async def tick(self, entries: object = ()) -> int:
        def look(unit: SqlUnit) -> int:
            desk = self.at_work.desk(unit)
            return finish_journeys(desk) + finish_trips(desk)

        return await self.database.run(look)


@pytest.mark.parametrize(
    ("today", "opens"),
    [
        (CLOCKS_GO_BACK, date(2026, 10, 26)),
        (date(2026, 12, 31), date(2026, 12, 31)),
        (date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
async def test_it_is_played_on_any_day(database: Database, today: date, opens: date) -> None:
    if database.shared and today != CLOCKS_GO_BACK and not LONG:
        pytest.skip("a day is a day on both: one of them is enough, and `make stories` has all")
    opening = opening_of(today, SOFIA)
    assert opening.day == opens
    sandbox = Sandbox(rate_limits=None, start_at=opening.at(BEGINS, "09:30"))
    at_work = RunningAgency(CurrentAgency(AGENCY), database, sandbox.clock.now)
    await database.run(lambda unit: _arrive(at_work, unit, sandbox))
    season = Season(opening, sandbox)
    await Player(at_work, season, JourneysEnd(at_work, database)).play()
    assert len(season.deals) >= 12
    assert len(season.trips) == 4


def _arrive(at_work: RunningAgency, unit: SqlUnit, sandbox: Sandbox) -> None:
    for one in (*STAFF, *CLIENTS):
        desk = at_work.desk(unit)
        person = Person(one.id, one.name, one.username, Language(one.language), desk.now)
        desk.repositories.people.add(person)
        desk.repositories.flush()
        sandbox.world.welcome(Phone(one.id, one.first_name, one.last_name))
        if one.role is not None:
            token = invite(desk, one.role)
            desk.actor = Actor(person)
            join_staff(desk, token)
