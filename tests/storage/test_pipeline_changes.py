"""The same on both databases: a refused act undoes all it did, and what was settled is read as every update reads it."""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest

from domain.entities.deals import Deal
from domain.entities.people import Role
from domain.entities.pipeline import SHIPPED
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor, Desk
from domain.usecases.deals.stages import advance
from domain.usecases.settings.steps import retire_step
from domain.values.refusals import NotFound, Refusal
from storage import Database, SqlUnit
from tests.pipeline_acts import ACTS, holds
from tests.pipeline_words import can_be_said
from tests.storage.things import NOON, client, deal, keep, member
from tests.world import AGENCY


class Office:
    """Where Olga settles stages: each transaction reads the definitions as every update does."""

    def __init__(self, database: Database) -> None:
        self.database, self.olga = database, member("Olga", Role.OWNER)
        self._agency = CurrentAgency(AGENCY)

    def desk(self, unit: SqlUnit) -> Desk:
        owner = unit.repositories.staff.get(self.olga.id)
        papers = unit.repositories
        return Desk(
            Actor(owner.person, owner), NOON, papers, self._agency.within(papers), secrets.token_urlsafe
        )

    async def does(self, act: Callable[[Desk], object]) -> None:
        await self.database.run(lambda unit: act(self.desk(unit)))

    async def counts(self) -> dict[str, int]:
        def look(unit: SqlUnit) -> None:
            desk = self.desk(unit)
            holds(desk)
            can_be_said(desk)

        await self.database.read(look)
        return await self.database.read(lambda unit: dict(unit.repositories.deals.count_by_stage()))


@pytest.mark.parametrize("seed", range(3))
async def test_no_deal_becomes_unreadable(database: Database, seed: int) -> None:
    office, chance = Office(database), Random(seed)
    await keep(database, office.olga, deal(client(), step_key="a_step_of_long_ago", step_since=NOON))
    for act in chance.choices(ACTS, k=40):
        with suppress(NotFound, Refusal):
            await office.does(lambda desk: act(desk, chance))  # noqa: B023
        await office.counts()


def _at_the_deposit(many: int) -> list[Deal]:
    ivan = client()
    return [deal(ivan, step_key="deposit", step_since=NOON) for _ in range(many)]


async def test_all_deals_of_a_retired_stage_go_where_the_owner_says_or_none(database: Database) -> None:
    office = Office(database)
    waiting = _at_the_deposit(3)
    closed = deal(waiting[0].client, step_key="deposit", closed_at=NOON)
    await keep(database, office.olga, *waiting, closed)
    for to, seen, why in (
        ("gone", 0, "no_such_definition"),
        ("deposit", 0, "no_such_definition"),
        ("payment", 7, "changed_meanwhile"),
    ):
        with pytest.raises((NotFound, Refusal), match=why):
            await office.does(lambda desk: retire_step(desk, SHIPPED, seen, "deposit", to))  # noqa: B023
        assert await office.counts() == {"deposit": 3}
    await office.does(lambda desk: retire_step(desk, SHIPPED, 0, "deposit", "payment"))
    assert await office.counts() == {"payment": 3}
    told = await database.read(
        lambda unit: [
            [(entry.what, entry.facts) for entry in unit.repositories.history.of("deal", one.id)]
            for one in (*waiting, closed)
        ]
    )
    moved = ("stage_gone", {"from": "deposit", "to": "payment"})
    assert told == [[moved], [moved], [moved], []]


async def test_a_deal_that_comes_to_a_stage_while_it_is_retired_goes_on(database: Database) -> None:
    office = Office(database)
    waiting = _at_the_deposit(2)
    coming = deal(waiting[0].client, step_key="documents.received", step_since=NOON)
    await keep(database, office.olga, *waiting, coming)

    async def advanced(step: str) -> None:
        await office.does(lambda desk: advance(desk, coming.id, step, "in time"))

    async def retired() -> None:
        await office.does(lambda desk: retire_step(desk, SHIPPED, 0, "deposit", "payment"))

    await asyncio.gather(retired(), advanced("documents.received"))
    counts = await office.counts()
    assert counts in ({"payment": 3}, {"payment": 2, "deposit": 1})
    await advanced("deposit" if "deposit" in counts else "payment")
    counts = await office.counts()
    assert sum(counts.values()) == 3
    assert "deposit" not in counts
