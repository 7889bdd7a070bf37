"""Of what and whom a backup is made: the agency as its owner calls it now."""

from sqlalchemy import inspect

from domain.entities.profile import PROFILE
from storage import Database, SqlUnit
from storage.mapping import definitions
from tourdesk.backups.writing import Origin
from tourdesk.settings import Settings


async def origin_of(settings: Settings) -> Origin:
    """As the environment calls it, as long as nobody has settled a name."""
    database = Database(settings.database_url)
    try:
        name = await database.read(_settled_name)
    finally:
        await database.close()
    return Origin(settings.database_url, settings.data, name or settings.agency, settings.bot_number)


def _settled_name(unit: SqlUnit) -> str | None:
    """None too in the database of an earlier program, where nothing could be settled."""
    if not inspect(unit.session.connection()).has_table(definitions.name):
        return None
    settled = unit.repositories.definitions.current()
    return settled.one(PROFILE).name if settled.revision(PROFILE) else None
