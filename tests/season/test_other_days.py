"""The season can be played whenever somebody opens the demo, on both databases."""

import os
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.entities.people import Person
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor
from domain.usecases.staff.staffing import invite, join_staff
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


class NoLooks:
    """Nothing happens by itself."""

    async def tick(self, entries: object = ()) -> int:
        return 0


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
    await Player(at_work, season, NoLooks()).play()
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
