"""The agency's own desk: where what it does by itself is done, by nobody's wish."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor, Desk
from storage import SqlUnit


@dataclass(frozen=True)
class AgencyDesk:
    """Opens one in each transaction. The clock tells aware UTC; `tokens` gives unguessable texts."""

    agency: CurrentAgency
    clock: Callable[[], datetime]
    tokens: Callable[[], str]

    def __call__(self, unit: SqlUnit) -> Desk:
        papers = unit.repositories
        return Desk(Actor(), self.clock(), papers, self.agency.within(papers), self.tokens)
