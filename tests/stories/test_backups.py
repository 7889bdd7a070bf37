"""The owner and the backups: the card, one made on demand, the night's, and what is heard when there is none."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from domain.entities.backups import BackupResult
from domain.entities.notices import NoticeState
from domain.entities.people import Role
from storage import Database
from storage.mapping import notices
from tests.stories.asking import asks_for_lisbon
from tests.world import AGENCY, World
from tourdesk.backups.keys import keep_public, new_pair
from tourdesk.settings import Settings

HOUR = timedelta(hours=1)
NIGHT = datetime(2027, 3, 2, 1, 30, tzinfo=UTC)
"""Half past three in Sofia."""


class Maker:
    """Makes them without a disk: good ones, until `trouble` says otherwise, and while `go` lets it."""

    def __init__(self) -> None:
        self.made: list[datetime] = []
        self.trouble = ""
        self.go = asyncio.Event()
        self.go.set()

    async def __call__(self, made_at: datetime) -> BackupResult:
        self.made.append(made_at)
        await self.go.wait()
        if self.trouble:
            raise OSError(self.trouble)
        return BackupResult(made_at, "/backups", 12_345_678, "ab" * 32, 25_310, 12, 4)


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
async def world(database: Database, maker: Maker, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """An agency whose owner has made a key."""
    monkeypatch.setattr("tests.world.AGENCY", replace(AGENCY, nightly=time(3, 30)))
    world = World(database)
    world.make_backup = maker
    await world.open()
    yield world
    await world.close()


async def rested(world: World) -> None:
    assert world.scheduler.backing_up is not None
    await world.scheduler.backing_up.rest()
    await world.settle()


async def test_the_owner_sees_the_last_good_one_and_asks_for_another(world: World, maker: Maker) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await rested(world)
    assert len(maker.made) == 1, "an agency without any has one made at once"

    await olga.says("/menu")
    await olga.taps("💾 Backups")
    olga.hears(
        "Backups",
        "✅ Last good backup: 1 March, 12:00",
        "12.3 MB, 4 s; restored on trial and compared.",
        "Kept in: /backups",
        "🌙 Next backup: 2 March, 03:30",
    )

    world.sandbox.clock.set(world.sandbox.clock.now() + HOUR)
    await olga.taps("💾 Back up now")
    assert olga.toast == "The backup is being made. Everybody can go on working."
    await rested(world)
    await olga.taps("🔄 Refresh")
    olga.hears("✅ Last good backup: 1 March, 13:00")
    assert len(maker.made) == 2


async def test_a_key_made_beside_the_running_agency_is_enough(
    database: Database, maker: Maker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = Settings(token="42:demo-token-not-a-secret", data=tmp_path)
    monkeypatch.setattr("tests.world.AGENCY", settings.agency_with(AGENCY.secret).latest)
    world = World(database)
    world.make_backup = maker
    await world.open()
    olga = await world.colleague("Olga", Role.OWNER)
    await olga.says("/backups")
    olga.hears("There is none yet.", "tourdesk backup-key")
    olga.sees_no("💾 Back up now")

    keep_public(tmp_path, new_pair()[1])
    await olga.taps("🔄 Refresh")
    olga.hears("🌙 Next backup")
    await olga.taps("💾 Back up now")
    await world.settle()
    await rested(world)
    await olga.says("/backups")
    olga.hears("✅ Last good backup")
    await world.close()


async def test_only_the_owner_may(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    boris.sees_no("💾 Backups")
    await boris.says("/backups")
    boris.hears("You are not allowed to do this.")


async def test_each_night_has_one_however_often_somebody_looks(world: World, maker: Maker) -> None:
    await world.colleague("Olga", Role.OWNER)
    await rested(world)
    maker.made.clear()
    for moment in (NIGHT - HOUR / 60, NIGHT, NIGHT + HOUR / 60, NIGHT + 5 * HOUR, NIGHT + 24 * HOUR):
        await world.turn(moment)
        await rested(world)
    assert [f"{moment:%d %H:%M}" for moment in maker.made] == ["02 01:30", "03 01:30"]


async def test_one_that_fails_is_tried_again_and_the_owner_hears_once(world: World, maker: Maker) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await rested(world)
    maker.trouble = "No space left on device"
    await world.turn(NIGHT)
    await rested(world)
    await olga.looks()
    olga.hears("The backup failed", "No space left on device")

    for half_hours in range(1, 12):
        await world.turn(NIGHT + half_hours * HOUR / 2)
        await rested(world)
    await olga.looks()
    olga.hears_nothing_of("The backup failed")
    assert len(maker.made) == 1 + 4

    await olga.says("/backups")
    olga.hears("✅ Last good backup: 1 March, 12:00", "⚠️ Failed on", "No space left on device")
    await world.turn(NIGHT + 37 * HOUR)
    await olga.looks()
    olga.hears("There is no fresh backup", "The last good one is from 1 March, 12:00")

    maker.trouble = ""
    await olga.says("/backups")
    await olga.taps("💾 Back up now")
    await rested(world)
    await olga.says("/backups")
    olga.hears("✅ Last good backup: 3 March")


async def test_an_agency_that_was_switched_off_makes_one_before_it_complains(
    world: World, maker: Maker
) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await rested(world)
    await world.turn(NIGHT + 96 * HOUR)
    await rested(world)
    await olga.looks()
    olga.hears_nothing_of("There is no fresh backup")
    await olga.says("/backups")
    olga.hears("✅ Last good backup: 6 March")


async def test_of_two_schedulers_one_makes_it(world: World, maker: Maker) -> None:
    await world.colleague("Olga", Role.OWNER)
    await rested(world)
    maker.made.clear()
    world.sandbox.clock.set(NIGHT)
    assert world.scheduler.backing_up is not None
    first, second = await world.scheduler.backing_up.take(), await world.scheduler.backing_up.take()
    assert first is not None
    assert second is None

    world.sandbox.clock.set(NIGHT + HOUR / 6)  # the first gave no sign of life: it was killed
    assert await world.scheduler.backing_up.take() is None
    world.sandbox.clock.set(NIGHT + HOUR)
    third = await world.scheduler.backing_up.take()
    assert third not in {None, first}


@pytest.mark.parametrize("begun", [True, False])
async def test_one_given_up_for_a_restart_is_made_by_the_next_without_an_alarm(
    world: World, maker: Maker, *, begun: bool
) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await rested(world)
    maker.go.clear()
    world.sandbox.clock.set(NIGHT)
    assert world.scheduler.backing_up is not None
    await (world.settle() if begun else world.scheduler.backing_up.look())
    await world.scheduler.backing_up.close()
    maker.go.set()

    await world.turn(NIGHT + HOUR / 60)
    await rested(world)
    await world.turn(NIGHT + HOUR)
    await rested(world)
    await olga.looks()
    olga.hears_nothing_of("The backup failed")
    await olga.says("/backups")
    olga.hears("✅ Last good backup: 2 March, 03:31")


async def test_after_a_restore_the_owner_decides_about_notices_in_doubt(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)
    await world.database.run(
        lambda unit: unit.session.execute(
            update(notices).where(notices.c.kind == "inquiry_arrived").values(state=NoticeState.UNCERTAIN)
        )
    )
    await olga.looks()
    await olga.says("/backups")
    olga.hears("1 message was due when the agency was restored. It may or may not have been sent before.")
    await olga.taps("📨 Send them")
    olga.hears("Lisbon")
    await olga.says("/backups")
    olga.sees_no("📨 Send them", "🗑 Do not send them")
