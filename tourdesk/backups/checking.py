"""The check: the archive itself, as it is locked, restored on trial and compared, before it is called good."""

import secrets
from pathlib import Path
from typing import Any

from domain.desk import Actor, Desk
from domain.language import Language
from locales import Voice
from storage import Database, SqlUnit
from storage.dump import loading
from storage.sealing import Keys
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
    await _drawn(url, scratch, settings, head.made_at)


async def _drawn(url: str, scratch: Path, settings: Settings, now: Any) -> None:
    """The newest deal is read and its card drawn, with the keys that were in the archive."""
    keys = read_keys(scratch / KEY)
    agency = settings.agency_with(keys[0])
    database = Database(url, Keys(*keys))

    def newest(unit: SqlUnit) -> str:
        desk = Desk(Actor(), now, unit.records, agency, secrets.token_urlsafe)
        return "".join(newest_cards(desk, Voice(Language.ENGLISH, agency.zone), 1))

    try:
        await database.migrate()
        await database.read(newest)
    finally:
        await database.close()


def newest_cards(desk: Desk, voice: Voice, most: int) -> list[str]:
    """What the cards of the newest deals say."""
    from bot.handlers.deal_told import deal_told

    return [voice.html(deal_told(desk, deal)) for deal in desk.records.deals.newest(most)]
