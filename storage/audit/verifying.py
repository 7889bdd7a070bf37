"""A verification of everything that is kept, in small looks: nobody waits behind it, and it needs little memory."""

from storage.audit.audit import HistoryAudit, Key, Page
from storage.audit.findings import REMOVED, UNCOUNTED, UNKNOWN_BEGINNING, Finding
from storage.crypto.chain import ALL, File
from storage.database import Database
from storage.unit import SqlUnit


class Verification:
    """One walk through one database. It only looks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._next: Key | None = ALL
        self._counted = 0
        self._before: File | None = None
        self.findings: list[Finding] = []
        self.files = self.entries = self.unsealed = 0

    async def look_on(self) -> bool:
        """The next page of the history, and after the last one all the rest; False when that was all."""
        if self._next is None:
            return False
        after = self._next
        if after == ALL:
            self._before, known = await self._database.read(_beginning)
            self.findings += [] if known else [Finding(UNKNOWN_BEGINNING, "", 0)]
        page = await self._database.read(lambda unit: unit.secrets.audit().page(after))
        self._take(page)
        if page.last is None:
            self.findings += await self._database.read(self._end)
        return page.last is not None

    def _take(self, page: Page) -> None:
        self.findings += page.findings
        self.files += page.files
        self.entries += page.entries
        self.unsealed += page.unsealed
        self._counted += page.counted
        self._next = page.last

    def _end(self, unit: SqlUnit) -> list[Finding]:
        return [*self._all_there(unit.secrets.audit()), *unit.secrets.state_of_the_rest()]

    def _all_there(self, audit: HistoryAudit) -> list[Finding]:
        """Whether the files have in all what was noted. They may have grown while we walked, and never shrunk."""
        if any(finding.what == UNCOUNTED for finding in self.findings):
            return []
        after = audit.totals()
        if after is None:
            return [Finding(UNCOUNTED, "", 0)] if self._counted else []
        missing = self._before.entries - self._counted if self._before else 0
        if missing > 0:
            return [
                Finding(f"{missing} sealed entries of whole files {REMOVED}", "", 0),
                *audit.without_file(),
            ]
        return [] if self._counted <= after.entries else [Finding(UNCOUNTED, "", 0)]


def _beginning(unit: SqlUnit) -> tuple[File | None, bool]:
    """What is sealed when we begin, and whether it is known what an earlier program wrote."""
    return unit.secrets.audit().totals(), unit.secrets.unmarked_until() is not None
