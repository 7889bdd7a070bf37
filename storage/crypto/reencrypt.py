"""Files an earlier program kept in clear, or an older key sealed: sealed with the newest, under a name of its making.

First the content lies under its new name, then the files speak of that, and only then may the old one go. Whatever
is cut short is done again: nothing is lost, and at worst something lies there twice.
"""

from collections.abc import Sequence

from sqlalchemy import Table, select, update

from storage.crypto.files import FileSpoiledError, FileStore
from storage.database import Database
from storage.mapping import metadata
from storage.mapping.file_columns import WITH_HASHES
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
    """Those among them of which a file speaks."""
    return {name for _table, _number, name in _speaking_of(unit, names)}


def _speaking_of(unit: SqlUnit, names: Sequence[str]) -> list[tuple[Table, int, str]]:
    """Rows, each by its table and number, and the name that stands there."""
    found = []
    for table in (metadata.tables[name] for name in WITH_HASHES):
        wanted = select(table.c.id, table.c.content_hash).where(table.c.content_hash.in_(names))
        found += [(table, row.id, row.content_hash) for row in unit.session.execute(wanted)]
    return found


def _rename(unit: SqlUnit, speaking: list[tuple[Table, int, str]], renewed: dict[str, str]) -> None:
    for table, number, name in speaking:
        still = (table.c.id == number) & (table.c.content_hash == name)
        unit.session.execute(update(table).where(still).values(content_hash=renewed[name]))
