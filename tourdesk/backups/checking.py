"""The check: the archive itself, as it is locked, restored on trial and compared, before it is called good."""

import secrets
from datetime import datetime
from pathlib import Path
from typing import Any

from domain.queries.deal_steps import waits_for
from scheduler.agency_desk import AgencyDesk
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys, NotOurs
from storage.crypto.secrets import WrongKey
from storage.dump.dump import loading
from tourdesk.backups.archive import BadArchiveError, sha256_of
from tourdesk.backups.reading import Reading
from tourdesk.backups.writing import Progress, Written, quietly
from tourdesk.keys import KEY, read_keys
from tourdesk.settings import Settings


async def check(
    written: Written, identity: Any, settings: Settings, scratch: Path, progress: Progress = quietly
) -> None:
    """Raises BadArchiveError when what was written cannot be restored whole. `scratch` is an empty folder."""
    if written.path.stat().st_size != written.size or sha256_of(written.path) != written.sha256:
        raise BadArchiveError("what is on the disk is not what was written")
    url = f"sqlite+aiosqlite:///{scratch / 'trial.db'}"
    async with loading(url) as target:
        head, tail = await Reading(target, scratch, progress).read(written.path, identity)
    if tail != written.tail:
        raise BadArchiveError("the archive says something else of itself than what was written")
    await _sampled(url, scratch, settings, head.made_at)


async def _sampled(url: str, scratch: Path, settings: Settings, now: datetime) -> None:
    """The newest deal is read as the bot reads it, its passports opened with the keys that were in the archive."""
    keys = read_keys(scratch / KEY)
    agency = settings.agency_with(keys[0])
    database = Database(url, Keys(*keys))

    desk_of = AgencyDesk(agency, lambda: now, secrets.token_urlsafe)

    def newest(unit: SqlUnit) -> None:
        desk = desk_of(unit)
        for deal in unit.repositories.deals.newest(1):
            waits_for(desk, deal)
            [traveller.passport for traveller in deal.travellers]  # opened as it is read

    try:
        await database.migrate()
        await database.run(lambda unit: unit.secrets.must_fit())
        await database.read(newest)
    except (NotOurs, WrongKey):
        raise BadArchiveError("the keys in the archive do not open the passports in it") from None
    finally:
        await database.close()
