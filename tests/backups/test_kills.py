"""Killed in the middle: of a backup, of a restore. Nothing half is left, and the next one works."""

import asyncio
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]

from ops.fault_points import arm
from tests.backups.agencies import NIGHT, NOW, House, cards, house, listed, lived_in
from tests.databases import Databases
from tests.forking import FORKING
from tourdesk.backups.making import make_backup
from tourdesk.backups.places import Folder
from tourdesk.backups.restoring import restore
from tourdesk.settings import Settings

KILLED = 137


def _back_up(settings: Settings, place: str) -> None:
    arm(place)
    asyncio.run(make_backup(settings, NIGHT))


def _restore(settings: Settings, place: str, archive: Path, secret: str) -> None:
    arm(place)
    asyncio.run(restore(archive, x25519.Identity.from_str(secret), settings, NOW))


async def _ends(process: "FORKING.Process") -> int | None:  # type: ignore[name-defined]
    process.start()
    await asyncio.to_thread(process.join, 60)
    code: int | None = process.exitcode
    return code


async def test_a_backup_killed_in_the_middle_leaves_no_archive_and_the_next_one_works(
    database_url: str, tmp_path: Path
) -> None:
    agency = await lived_in(house(tmp_path / "here", database_url))
    killed = FORKING.Process(target=_back_up, args=(agency.settings, "mid_backup:9"))
    assert await _ends(killed) == KILLED
    assert await Folder(agency.data / "backups").names() == []
    assert ".backup" in listed(agency.data)

    archive = await agency.back_up()
    assert ".backup" not in listed(agency.data), "the litter is cleared away"
    assert listed(agency.data / "backups") == [archive.name]


@pytest.mark.parametrize("place", ["mid_restore:7", "mid_restore:last"])
async def test_a_restore_killed_in_the_middle_leaves_an_empty_place_and_the_next_one_works(
    place: str, databases: Databases, tmp_path: Path
) -> None:
    agency = await lived_in(house(tmp_path / "here", None))
    archive, told = await agency.back_up(), await cards(agency)
    url = await databases.empty()
    there = House(
        agency.settings.model_copy(update={"data": tmp_path / "there", "database": url}), agency.secret
    )
    last = await agency.members(archive) + url.startswith("sqlite")
    words = (there.settings, place.replace("last", str(last)), archive, str(agency.secret))
    killed = FORKING.Process(target=_restore, args=words)
    assert await _ends(killed) == KILLED

    restored = await there.restore(archive)
    assert restored.doubtful == 2
    assert await cards(there) == told
    assert ".restore" not in listed(there.data)
    await databases.drop(url)
