"""The office: what the entries of the timetable work with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from domain.desk import Actor, Agency, Desk
from scheduler.backing_up import BackingUp
from scheduler.fetching import Fetcher
from scheduler.filing import Filing
from scheduler.guard import Guard
from scheduler.postman import Postman
from storage import Database, SqlUnit


@dataclass(frozen=True)
class Office:
    """One agency's, in one process."""

    database: Database
    agency: Agency
    clock: Callable[[], datetime]
    tokens: Callable[[], str]
    postman: Postman
    fetcher: Fetcher
    filing: Filing
    backing_up: BackingUp | None = None
    """Not in the demo."""
    guard: Guard = field(default_factory=Guard)

    def desk(self, unit: SqlUnit) -> Desk:
        """A desk at which the agency itself acts."""
        return Desk(Actor(), self.clock(), unit.records, self.agency, self.tokens)
