"""The same on both databases: a refused act undoes all it did, and what was settled is read as every update reads it."""

import secrets
from contextlib import suppress
from random import Random

import pytest

from domain.entities.people import Role
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor, Desk
from domain.values.refusals import NotFound, Refusal
from storage import Database, SqlUnit
from tests.pipeline_acts import ACTS, holds
from tests.storage.things import NOON, client, deal, keep, member
from tests.world import AGENCY


@pytest.mark.parametrize("seed", range(3))
async def test_no_deal_becomes_unreadable(database: Database, seed: int) -> None:
    agency, olga, chance = CurrentAgency(AGENCY), member("Olga", Role.OWNER), Random(seed)
    await keep(database, olga, deal(client(), step_key="a_step_of_long_ago", step_since=NOON))

    def desk(unit: SqlUnit) -> Desk:
        owner = unit.repositories.staff.get(olga.id)
        papers = unit.repositories
        return Desk(Actor(owner.person, owner), NOON, papers, agency.within(papers), secrets.token_urlsafe)

    for act in chance.choices(ACTS, k=40):
        with suppress(NotFound, Refusal):
            await database.run(lambda unit: act(desk(unit), chance))  # noqa: B023
        await database.read(lambda unit: holds(desk(unit)))
