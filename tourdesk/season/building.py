"""Builds the season in a data folder: all of it or nothing, by an agency that runs only for that."""

import asyncio
import shutil

from aiohttp import ClientSession

from sandbox import Sandbox
from storage import SqlUnit
from storage.crypto.files import FileStore
from storage.crypto.sealing import Keys
from tourdesk.agency import RunningAgency, running
from tourdesk.arriving import let_in
from tourdesk.cast import EVERYBODY, STAFF
from tourdesk.keys import secret_keys
from tourdesk.season.acts import Opening, Season
from tourdesk.season.playing import BEGINS, MORNING, play_season
from tourdesk.settings import Settings

UNFINISHED = "season.unfinished"
ARRIVAL = "09:30"
A_MOMENT = 0.02
"""Seconds."""


async def build_season(settings: Settings, sandbox: Sandbox, opening: Opening) -> None:
    """In the settings' data folder, which has no agency yet; the sandbox's clock stands at the opening morning then."""
    unfinished = settings.data / UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700, parents=True)
    sandbox.clock.set(opening.at(BEGINS, ARRIVAL))
    await _played(settings.model_copy(update={"data": unfinished}), sandbox, opening)
    for made in unfinished.iterdir():
        made.rename(settings.data / made.name)
    unfinished.rmdir()
    sandbox.clock.set(opening.at(0, MORNING))


async def _played(settings: Settings, sandbox: Sandbox, opening: Opening) -> None:
    files = FileStore(str(settings.data / "files"), Keys(*secret_keys(settings.data)))
    async with (
        running(settings, sandbox.clock.now, frozenset({"bot"})) as at_work,
        ClientSession(sandbox.url) as session,
    ):
        await let_in(session, at_work)
        await _everybody_is_known(at_work)
        await play_season(
            at_work, Season(opening, sandbox), files, settings.token.get_secret_value(), sandbox.api_url
        )


async def _everybody_is_known(at_work: RunningAgency) -> None:
    """The bot answers in tasks of its own."""
    while True:
        if await at_work.database.read(_knows_the_cast):
            return
        await asyncio.sleep(A_MOMENT)


def _knows_the_cast(unit: SqlUnit) -> bool:
    known = [unit.repositories.people.by_telegram_id(one.id) for one in EVERYBODY]
    return None not in known and len(unit.repositories.staff.active()) == len(STAFF)
