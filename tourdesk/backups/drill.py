"""The drill: a backup of the living agency is restored beside it, the bot started on the copy, and the cards compared.

The archive is locked with a key made for the drill; that the owner's own key opens the real ones, only the owner can try.
Nothing is sent: the copy has no scheduler, and its bot talks with a practice Telegram.
"""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from pyrage import x25519  # type: ignore[import-untyped]
from sqlalchemy import func, select

from domain.entities.deals import Deal
from domain.notices.ops import ALARM
from domain.ports.desk import Desk
from domain.values.language import Language
from locales import Sentence, Voice
from scheduler.agency_desk import AgencyDesk
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from storage.mapping import notices
from tourdesk.backups.archive import BadArchiveError, packed
from tourdesk.backups.manifest import HEAD, Head
from tourdesk.backups.names import BackupName
from tourdesk.backups.origin import origin_of
from tourdesk.backups.restoring import Restored, restore
from tourdesk.backups.writing import Progress, Written, quietly, write_archive
from tourdesk.keys import secret_keys
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings

CARDS = 20

Card = Callable[[Desk, Deal], Sentence]
"""The words of a deal's card."""

Rehearse = Callable[[Settings, datetime, int], Awaitable[float]]
"""Starts the bot on a copy, by these settings, now, with updates numbered from here on; seconds until it has answered."""

_NAMED = {
    "one flipped bit": "damaged",
    "cut off": "damaged",
    "not a backup": "not a backup of Tourdesk",
    "newer program": "newer program",
    "wrong key": "wrong key",
    "another bot": "another bot",
}
"""What each bad backup must be refused with: for any other reason it would be refused by chance."""


@dataclass
class Report:
    """What the drill found; figures of time in seconds."""

    rows: int = 0
    files: int = 0
    size: int = 0
    written: float = 0
    restored: float = 0
    answered: float = 0
    """From the start of the bot on the copy to its first answer."""
    cards: int = 0
    unequal: int = 0
    doubtful: int = 0
    still_due: int = 0
    """Notices the copy would send although they may have been sent."""
    refused: dict[str, str] = field(default_factory=dict)
    """What each bad backup was refused with."""

    @property
    def named(self) -> int:
        """Bad backups that were refused for what is wrong with them."""
        return sum(why in self.refused.get(what, "") for what, why in _NAMED.items())

    @property
    def held(self) -> bool:
        return not self.unequal and not self.still_due and self.named == len(_NAMED)

    def __str__(self) -> str:
        return (
            f"drill: rows {self.rows:,}, files {self.files:,}, {self.size / 1e6:,.1f} MB, written {self.written:.1f} s, "
            f"restored and compared {self.restored:.1f} s, bot answers after {self.answered:.1f} s, "
            f"cards {self.cards}, unequal {self.unequal}, notices in doubt {self.doubtful}, "
            f"sent again unasked {self.still_due}, bad backups refused {self.named} of {len(_NAMED)}"
        )


async def drill(
    settings: Settings,
    now: datetime,
    card: Card,
    rehearse: Rehearse,
    to: str | None = None,
    progress: Progress = quietly,
) -> Report:
    """`card` and `rehearse` are the bot's, of which backups know nothing.

    `to` is an empty database for the copy; a SQLite file, gone afterwards, without it.
    """
    report, identity = Report(), x25519.Identity.generate()
    secret_keys(settings.data)  # the folder is there, and ours
    with tempfile.TemporaryDirectory(prefix="drill-", dir=settings.data) as name:
        folder = Path(name)
        before = await cards_of(settings, now, card)
        began = time.monotonic()
        archive = await _archive(settings, now, folder, identity, progress)
        report.written = time.monotonic() - began
        report.rows, report.files, report.size = archive.tail.rows, archive.tail.files, archive.size
        report.refused = await _refusals(archive.path, identity, settings, folder, now)
        copy = settings.model_copy(update={"data": folder / "copy", "database": to})
        done: Restored = await restore(archive.path, identity, copy, now, progress=progress)
        report.restored, report.doubtful = done.seconds, done.doubtful
        after = await cards_of(copy, now, card)
        report.cards = len(before)
        report.unequal = sum(one != other for one, other in zip(before, after, strict=False))
        report.still_due = await _read(copy, lambda unit: _sent_unasked(unit, now))
        report.answered = await rehearse(copy, now, done.tail.last_update)
    return report


async def _archive(
    settings: Settings, now: datetime, folder: Path, identity: Any, progress: Progress
) -> Written:
    origin = await origin_of(settings)
    written = await write_archive(origin, now, folder / "archive", [identity.to_public()], progress)
    named = folder / str(BackupName(settings.bot_number, now, written.sha256))
    written.path.rename(named)
    return Written(named, written.size, written.sha256, written.head, written.tail)


async def _refusals(
    archive: Path, identity: Any, settings: Settings, folder: Path, now: datetime
) -> dict[str, str]:
    refused = {}
    for what, bad in _bad_ones(archive, identity, settings, folder):
        empty = settings.model_copy(update={"data": folder / "nowhere", "database": None})
        key = x25519.Identity.generate() if what == "wrong key" else identity
        if what == "another bot":
            empty = empty.model_copy(update={"token": SecretStr("1:another")})
        try:
            await restore(bad, key, empty, now)
        except (BadArchiveError, NotStartedError) as error:
            refused[what] = str(error)
        await asyncio.to_thread(shutil.rmtree, folder / "nowhere")
        if bad != archive:
            bad.unlink()
    return refused


def _bad_ones(archive: Path, identity: Any, settings: Settings, folder: Path) -> Iterator[tuple[str, Path]]:
    bad = folder / "bad"
    with shutil.copyfile(archive, bad).open("r+b") as file:
        file.seek(archive.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))
    yield "one flipped bit", bad
    with shutil.copyfile(archive, bad).open("r+b") as file:
        file.truncate(archive.stat().st_size - 1)
    yield "cut off", bad
    with packed(bad, [identity.to_public()]) as (pack, _):
        pack.add("holiday.jpg", b"the lake")
    yield "not a backup", bad
    moment = datetime.fromisoformat("2027-01-01T00:00:00+00:00")
    newer = Head("9999", settings.agency, settings.bot_number, moment, (), {})
    with packed(bad, [identity.to_public()]) as (pack, _):
        pack.add(HEAD, newer.written())
    yield "newer program", bad
    yield "wrong key", archive
    yield "another bot", archive


async def cards_of(settings: Settings, now: datetime, card: Card) -> Any:
    """The newest deals' cards in every language."""
    agency = settings.agency_with(secret_keys(settings.data)[0])

    desk_of = AgencyDesk(agency, lambda: now, lambda: "")

    def drawn(unit: SqlUnit) -> list[str]:
        desk = desk_of(unit)
        cards = [card(desk, deal) for deal in unit.repositories.deals.newest(CARDS)]
        return [Voice.at(desk, language).html(words) for language in Language for words in cards]

    return await _read(settings, drawn)


def _sent_unasked(unit: SqlUnit, now: datetime) -> int:
    """Notices that would go out again; that the agency was restored is news."""
    old = (
        notices.c.due_at <= now,
        notices.c.state.in_(["waiting", "sending"]),
        notices.c.kind != ALARM,
    )
    return unit.session.scalar(select(func.count()).select_from(notices).where(*old)) or 0


async def _read(settings: Settings, work: Callable[[SqlUnit], Any]) -> Any:
    database = Database(settings.database_url, Keys(*secret_keys(settings.data)))
    try:
        return await database.read(work)
    finally:
        await database.close()
