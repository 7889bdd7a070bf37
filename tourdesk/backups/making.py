"""Making a backup: written, restored on trial, kept in its places, and the oldest let go."""

import os
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path

from pyrage import x25519  # type: ignore[import-untyped]

from domain.entities.backups import BackupResult
from ops.process_lock import AlreadyLocked, ProcessLock
from storage import Database
from storage.dump.dump import UnfitTextError
from tourdesk.backups import NotBackedUpError
from tourdesk.backups.archive import BadArchiveError
from tourdesk.backups.chat import Chat
from tourdesk.backups.checking import check
from tourdesk.backups.keys import recipient
from tourdesk.backups.names import BackupName, outlived
from tourdesk.backups.origin import origin_of
from tourdesk.backups.places import CHAT, BackupPlace, Folder, Store
from tourdesk.backups.writing import Progress, Written, quietly, write_archive
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings


async def make_backup(settings: Settings, made_at: datetime, progress: Progress = quietly) -> BackupResult:
    """Raises NotBackedUpError, whatever went wrong. What was there before is untouched then."""
    began = time.monotonic()
    public = settings.public_key
    if public is None:
        raise NotBackedUpError("there is no key")
    try:
        async with _scratch(settings.data) as folder:
            written = await _written_and_checked(settings, public, made_at, folder, progress)
            kept, trouble = await _kept(settings, written)
    except (BadArchiveError, UnfitTextError, NotStartedError) as error:
        raise NotBackedUpError(_line(error)) from error
    except OSError as error:
        raise NotBackedUpError(error.strerror or type(error).__name__) from error
    if not kept:
        raise NotBackedUpError(trouble)
    tail = written.tail
    if tail.missing:
        trouble = "; ".join(
            filter(None, (trouble, f"{tail.missing} files of documents are missing or spoiled in the store"))
        )
    took = round(time.monotonic() - began)
    return BackupResult(
        made_at, ", ".join(kept), written.size, written.sha256, tail.rows, tail.files, took, trouble or None
    )


async def _written_and_checked(
    settings: Settings, public: str, made_at: datetime, folder: Path, progress: Progress
) -> Written:
    """Locked for the owner and for a key that lives only here: so the very archive is opened again and restored."""
    passing = x25519.Identity.generate()
    origin = await origin_of(settings)
    recipients = [recipient(public), passing.to_public()]
    written = await write_archive(origin, made_at, folder / "archive", recipients, progress)
    trial = folder / "trial"
    trial.mkdir(mode=0o700)
    await check(written, passing, settings, trial, progress)
    shutil.rmtree(trial)
    return written


async def _kept(settings: Settings, written: Written) -> tuple[list[str], str]:
    """In which places it is, and what went wrong in the others."""
    name = str(BackupName(settings.bot_number, written.head.made_at, written.sha256))
    kept, troubles = [], []
    database = Database(settings.database_url)
    try:
        for place in places(settings, database):
            try:
                await place.put(written.path, name)
                kept.append(place.name)
                for old in outlived(await place.names(), settings.bot_number, settings.backups_kept):
                    await place.remove(old)
            except Exception as error:  # noqa: BLE001 (one place that fails holds up no other)
                troubles.append(f"{place.name}: {_line(error)}")
    finally:
        await database.close()
    return kept, "; ".join(troubles)


def places(settings: Settings, database: Database) -> list[BackupPlace]:
    """As the setting names them; a folder beside the data without it."""
    named = [part.strip() for part in settings.backup_to.split(",") if part.strip()]
    return [_place(part, settings, database) for part in named] or [Folder(settings.data / "backups")]


def _place(named: str, settings: Settings, database: Database) -> BackupPlace:
    if named == CHAT:
        return Chat(settings, database)
    return Store(named) if "://" in named else Folder(Path(named))


@asynccontextmanager
async def _scratch(data: Path) -> AsyncIterator[Path]:
    """A private folder, this process's alone; what a killed one left in it is cleared away first."""
    lock = ProcessLock(f"sqlite:///{data / '.backup'}")
    try:
        lock.take()
    except AlreadyLocked:
        raise NotBackedUpError("another backup is being made") from None
    folder = data / ".backup"
    try:
        with suppress(FileNotFoundError):
            shutil.rmtree(folder)
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        with suppress(FileNotFoundError):
            shutil.rmtree(folder)
        lock.release()


def _line(error: Exception) -> str:
    """In one line; a store's own words may show addresses with keys, and are left out."""
    if isinstance(error, OSError) and error.strerror:
        return os.strerror(error.errno) if error.errno else type(error).__name__
    own = (BadArchiveError, UnfitTextError, NotStartedError)
    return (
        str(error)
        if isinstance(error, own) or type(error).__module__.startswith("tourdesk")
        else type(error).__name__
    )
