"""Files an earlier program kept in clear, or an older key sealed: sealed with the newest, under a name of its making.

First the content lies under its new name, then the papers speak of that, and only then may the old one go. Whatever
is cut short is done again: nothing is lost, and at worst something lies there twice.
"""

from collections.abc import Sequence

from sqlalchemy import select, update

from storage.crypto.files import FileSpoiledError, FileStore
from storage.database import Database
from storage.mapping import documents
from storage.unit import SqlUnit


async def renew(database: Database, files: FileStore, names: Sequence[str]) -> list[str]:
    """Seals these anew; gives back those that could not be read. The old ones are still there."""
    renewed, spoiled = {}, []
    for name in names:
        try:
            renewed[name] = await files.put(await files.get(name))
        except FileNotFoundError:  # another process was here
            continue
        except FileSpoiledError:
            spoiled.append(name)
    if renewed:
        speaking = await database.read(lambda unit: _speaking_of(unit, list(renewed)))
        await database.run(lambda unit: _rename(unit, speaking, renewed))
    return spoiled


def named(unit: SqlUnit, names: Sequence[str]) -> set[str]:
    """Those among them of which a paper speaks."""
    return set(_speaking_of(unit, names).values())


def _speaking_of(unit: SqlUnit, names: Sequence[str]) -> dict[int, str]:
    wanted = select(documents.c.id, documents.c.content_hash).where(documents.c.content_hash.in_(names))
    return {row.id: row.content_hash for row in unit.session.execute(wanted)}


def _rename(unit: SqlUnit, speaking: dict[int, str], renewed: dict[str, str]) -> None:
    for number, name in speaking.items():
        still = (documents.c.id == number) & (documents.c.content_hash == name)
        unit.session.execute(update(documents).where(still).values(content_hash=renewed[name]))
