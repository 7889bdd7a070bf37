"""Moving house: a SQLite agency is taken to PostgreSQL whole, and every table compared before it is there."""

from contextlib import AsyncExitStack
from dataclasses import dataclass

from sqlalchemy import make_url

from ops.fault_points import passing
from storage.dump.dump import Digest, UnfitTextError, digests, is_empty, loading, opened
from tourdesk.backups.stopped import must_be_stopped
from tourdesk.backups.writing import Progress, quietly
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings


@dataclass(frozen=True)
class Moved:
    """One table as it left and as it arrived."""

    table: str
    here: Digest
    there: Digest

    @property
    def equal(self) -> bool:
        return (self.here.rows, self.here.sha256) == (self.there.rows, self.there.sha256)


async def move(settings: Settings, to: str, progress: Progress = quietly) -> list[Moved]:
    """Raises NotStartedError; then nothing was moved. What is here stays as it is."""
    if make_url(settings.database_url).get_backend_name() != "sqlite":
        raise NotStartedError("TOURDESK_DATABASE: the agency is on PostgreSQL already")
    if make_url(to).drivername != "postgresql+asyncpg":
        raise NotStartedError("--to: an address like postgresql+asyncpg://user:password@host/name is wanted")
    async with AsyncExitStack() as stack:
        must_be_stopped(settings.database_url, stack)
        await _empty(to)
        try:
            return await _moved(settings.database_url, to, progress)
        except UnfitTextError as error:
            raise NotStartedError(
                f"Nothing was moved: these rows hold text that PostgreSQL cannot keep (NUL, half a character): {error}"
            ) from None
        except ValueError as error:
            raise NotStartedError(f"Nothing was moved: {error}") from None


async def _moved(here: str, to: str, progress: Progress) -> list[Moved]:
    """In one transaction there: it is committed when all tables are equal."""
    async with opened(here) as source, loading(to) as target:
        await target.build(source.schema)
        left = {shape.name: Digest() for shape in source.shapes}
        for shape in source.shapes:
            async for lines in source.lines(shape):
                passing("mid_restore")
                left[shape.name].add(lines)
                await target.add(shape, lines)
                progress("rows", lines.count(b"\n"))
        await target.finish(source.counters)
        async with target.source() as arrived:
            came = await digests(arrived)
        moved = [Moved(name, digest, came.get(name, Digest())) for name, digest in left.items()]
        unequal = [each.table for each in moved if not each.equal]
        if unequal:
            raise ValueError(f"the copy is not equal to the original in: {', '.join(unequal)}")
        await target.renew()
    return moved


async def _empty(to: str) -> None:
    try:
        empty = await is_empty(to)
    except Exception as error:
        raise NotStartedError(f"--to: the database cannot be opened ({type(error).__name__})") from error
    if not empty:
        raise NotStartedError("--to: there is an agency in it; an empty database is wanted")
