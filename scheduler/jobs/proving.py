"""Proving the history anew: what an earlier program wrote gets digests, file by file, once it was verified.

Without them nobody's words could be taken out of it. A file that is not as it was written stays as it is; the log tells.
"""

import structlog

from storage import Database
from storage.crypto.blotting import NotAsWritten

log = structlog.get_logger()

AT_ONCE = 20
"""Files a look."""
File = tuple[str, int]
FIRST: File = ("", 0)


class Proving:
    """How far it has come; after the last file it begins again, for an earlier program may still write beside this one."""

    def __init__(self) -> None:
        self._after = FIRST
        self._left: set[File] = set()

    async def look(self, database: Database) -> int:
        """The next files; how many entries were proven anew."""
        found = await database.read(lambda unit: unit.secrets.files_without_digests(self._after, AT_ONCE))
        self._after = found[-1] if found else FIRST
        return sum([await self._prove(database, *file) for file in found if file not in self._left])

    async def _prove(self, database: Database, subject: str, number: int) -> int:
        try:
            return await database.run(lambda unit: unit.secrets.prove_anew(subject, number))
        except NotAsWritten as error:
            self._left.add((subject, number))
            log.error("history not proven anew", subject=subject, number=number, why=str(error))  # noqa: TRY400
            return 0
