"""The agency's own desk: where what it does by itself is done, by nobody's wish."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.ports.desk import Actor, Agency, Desk
from storage import SqlUnit


@dataclass(frozen=True)
class AgencyDesk:
    """Opens one in each transaction. The clock tells aware UTC; `tokens` gives unguessable texts."""

    agency: Agency
    clock: Callable[[], datetime]
    tokens: Callable[[], str]

    def __call__(self, unit: SqlUnit) -> Desk:
        return Desk(Actor(), self.clock(), unit.repositories, self.agency, self.tokens)
