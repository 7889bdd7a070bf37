"""The last copy of a trip's list that was sent, and what has changed since."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.entities.people import StaffMember
from domain.entities.trips import Trip


class ListKind(StrEnum):
    """Which of a trip's lists."""

    PARTICIPANTS = "participants"
    BORDER = "border"


@dataclass(eq=False)
class ListCopy:
    """A list as it was sent: of each traveller, by number, a seal of what stood there, and nothing in words."""

    trip: Trip
    kind: ListKind
    sent_at: datetime
    sent_by: StaffMember | None
    rows: dict[str, str]
    id: int = field(default=0)


@dataclass(frozen=True)
class Changes:
    """The numbers of travellers who were added, taken off and changed since a copy was sent."""

    added: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()

    @property
    def none(self) -> bool:
        return not (self.added or self.gone or self.changed)


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> Changes:
    """Whoever was changed and changed back is as before."""
    return Changes(
        added=tuple(int(one) for one in now if one not in before),
        gone=tuple(int(one) for one in before if one not in now),
        changed=tuple(int(one) for one in now if one in before and now[one] != before[one]),
    )
