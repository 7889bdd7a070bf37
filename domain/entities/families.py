"""Families: files of clients that belong together, proposed from journeys and surnames and joined by somebody."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.entities.clients import Client


class WhyKin(StrEnum):
    """What two files of one surname have in common."""

    ALONG = "along"
    """One travelled on a deal of the other's."""
    TRIP = "trip"
    """Both have been on the same trip."""


@dataclass(eq=False)
class Family:
    """What its members have in common is this row and nothing else."""

    founded_at: datetime
    id: int = field(default=0)


@dataclass(eq=False)
class FamilyMember:
    """A client's file belongs to a family, to one at most."""

    family: Family
    client: Client
    since: datetime
    id: int = field(default=0)


@dataclass(eq=False)
class FamilyProposal:
    """Two files may be of one family; `first` is the file with the lower number."""

    first: int
    second: int
    why: WhyKin | None
    """None: nothing was noticed; somebody left the family in which they were."""
    noticed_at: datetime
    settled_at: datetime | None = None
    """Since when it is answered: they were joined, or are no family."""
    id: int = field(default=0)

    @property
    def files(self) -> tuple[int, int]:
        return self.first, self.second
