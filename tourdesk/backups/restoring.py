"""Restoring in earnest: into an empty database and data folder, where everything appears at the end, or nothing."""

import shutil
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from domain.usecases.ops.backups import restored
from ops.disk import settled, synced
from ops.fault_points import passing
from scheduler.agency_desk import AgencyDesk
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from storage.dump.after_restore import put_in_doubt
from storage.dump.dump import Target, is_empty, loading
from tourdesk.backups.archive import BadArchiveError, sha256_of, unpacked
from tourdesk.backups.manifest import Head, Tail
from tourdesk.backups.names import BackupName
from tourdesk.backups.reading import Reading
from tourdesk.backups.stopped import must_be_stopped
from tourdesk.backups.writing import Progress, quietly
from tourdesk.keys import KEY, secret_keys
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings

SCRATCH = ".restore"


@dataclass(frozen=True)
class Restored:
    """What is there again."""

    head: Head
    tail: Tail
    seconds: float
    doubtful: int
    """Notices that may have been said by the program that was lost."""


async def restore(
    archive: Path,
    identity: Any,
    settings: Settings,
    now: datetime,
    *,
    other_bot: bool = False,
    progress: Progress = quietly,
) -> Restored:
    """Raises BadArchiveError for a file that cannot be restored, NotStartedError for a place that will not do."""
    began = time.monotonic()
    settings.data.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        must_be_stopped(settings.database_url, stack)
        if not await is_empty(settings.database_url):
            raise NotStartedError("TOURDESK_DATABASE: there is an agency in it; a backup needs an empty one")
        _looked_at(archive, identity, None if other_bot else settings.bot_number)
        scratch = await stack.enter_async_context(_scratch(settings.data))
        async with _place_for(settings, scratch) as target:
            head, tail = await Reading(target, scratch, progress).read(archive, identity)
            await target.renew()
            # By the later of the two: the clock of a new machine may be slow.
            doubtful = await put_in_doubt(target, max(now, head.made_at))
            _settle_in(scratch, settings.data)
    await _written_down(settings, head, doubtful, now)
    return Restored(head, tail, time.monotonic() - began, doubtful)


def _looked_at(archive: Path, identity: Any, bot: str | None) -> None:
    """Everything that can be told before the work begins. Raises BadArchiveError."""
    try:
        named = BackupName.read(archive.name)
        if named and not sha256_of(archive).startswith(named.sha256):
            raise BadArchiveError("the file is damaged: its SHA-256 is not the one in its name")
        with unpacked(archive, identity) as members:
            head = Head.read(*next(members, ("", b"")))
    except OSError as error:
        raise NotStartedError(
            f"the backup cannot be read: {error.strerror or type(error).__name__}"
        ) from None
    if bot is not None and head.bot != bot:
        raise BadArchiveError(
            f"this is the backup of another bot ({head.bot}, {head.agency}): --other-bot restores it all the same"
        )


@asynccontextmanager
async def _place_for(settings: Settings, scratch: Path) -> AsyncIterator[Target]:
    """PostgreSQL in one transaction; SQLite in a file of its own, which takes its place when it is whole."""
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite":
        async with loading(settings.database_url) as target:
            yield target
        return
    draft, place = scratch / "restored.db", Path(url.database or "")
    async with loading(f"sqlite+aiosqlite:///{draft}") as target:
        yield target
    draft.chmod(0o600)
    synced(draft)
    for remnant in ("-wal", "-shm", "-journal"):  # of the empty one: they would be taken for this one's
        place.with_name(place.name + remnant).unlink(missing_ok=True)
    passing("mid_restore")
    draft.replace(place)
    synced(place.parent)


def _settle_in(scratch: Path, data: Path) -> None:
    """The files under their hashes and the keys, before the database that speaks of them."""
    arrived = []
    for file in (scratch / "files").rglob("*"):
        if file.is_file():
            place = data / file.relative_to(scratch)
            place.parent.mkdir(parents=True, exist_ok=True)
            arrived.append(file.replace(place))
    for key in scratch.glob("*key*"):
        place = data / key.name
        if key.name == KEY and place.exists() and place.read_bytes() != key.read_bytes():
            place.replace(data / f"{KEY}.before-restore")  # it sealed an empty database
        arrived.append(key.replace(place))
    settled(data, *arrived)


async def _written_down(settings: Settings, head: Head, doubtful: int, now: datetime) -> None:
    keys = secret_keys(settings.data)
    agency = settings.agency_with(keys[0])
    database = Database(settings.database_url, Keys(*keys))

    desk = AgencyDesk(agency, lambda: now, lambda: "")

    def work(unit: SqlUnit) -> None:
        restored(desk(unit), head.made_at, doubtful)

    try:
        await database.run(work)
    finally:
        await database.close()


@asynccontextmanager
async def _scratch(data: Path) -> AsyncIterator[Path]:
    """A private folder in the data folder; what a killed restore left in it is cleared away."""
    folder = data / SCRATCH
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
