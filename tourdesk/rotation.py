"""`tourdesk rotate-key`: a new key takes the place of the old one, which stays only to prove the history it sealed."""

from contextlib import AsyncExitStack
from functools import partial

import typer

from storage import Database, SqlUnit
from storage.crypto.files import FileStore
from storage.crypto.reencrypt import renew
from storage.crypto.sealing import Keys
from tourdesk.backups.stopped import must_be_stopped
from tourdesk.keys import KEY, exchange
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.start.setup import secrets_of


async def rotate(settings: Settings) -> None:
    """Can be begun again when it was cut short: what is not yet sealed with the newest key is sealed then."""
    if not (settings.data / KEY).exists():
        raise NotStartedError(f"TOURDESK_DATA: there is no {KEY} in this folder")
    async with AsyncExitStack() as stack:
        must_be_stopped(settings.database_url, stack)
        await _must_fit(settings, secrets_of(settings))
        await _everything_sealed_anew(settings, exchange(settings.data))
    typer.echo("The key is another one now; keep a copy of the new secret.key. Start the agency again.")
    typer.echo("Join links that were given out are closed: please renew those that are still wanted.")


async def _everything_sealed_anew(settings: Settings, keys: list[bytes]) -> None:
    database = Database(settings.database_url, Keys(*keys))
    try:
        done: int | None = 0
        while done is not None:
            done = await database.run(partial(_sealed_anew, after=done))
        files = FileStore(str(settings.data / "files"), Keys(*keys))
        await _files_sealed_anew(database, files)
        await database.run(lambda unit: unit.secrets.exchanged())
    finally:
        await database.close()


async def _files_sealed_anew(database: Database, files: FileStore) -> None:
    """One after the other; what none of the keys opens is named, and left as it is."""
    for name in await files.outdated():
        if await renew(database, files, [name]):
            typer.echo(f"files/{name} is not what was put there: it is left as it is", err=True)
        else:
            await files.remove(name)


def _sealed_anew(unit: SqlUnit, after: int) -> int | None:
    return unit.secrets.reseal(after)


async def _must_fit(settings: Settings, keys: list[bytes]) -> None:
    database = Database(settings.database_url, Keys(*keys))
    try:
        fits = await database.read(lambda unit: unit.secrets.fits())
    finally:
        await database.close()
    if not fits:
        raise NotStartedError(f"TOURDESK_DATA: {KEY} is not the one this database was sealed with")
