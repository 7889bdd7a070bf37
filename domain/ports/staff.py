"""What the trade asks of whoever keeps the staff."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.entities.people import Person, Right, StaffMember
from domain.entities.workload import Workload


class Staff(Protocol):
    def of(self, person: Person) -> StaffMember | None:
        """The membership of this person, active or past."""

    def get(self, number: int) -> StaffMember: ...
    def locked(self, number: int) -> StaffMember: ...
    def add(self, member: StaffMember) -> None: ...
    def active(self) -> Sequence[StaffMember]:
        """Everybody who works here now, in order of joining."""

    def who_may(self, right: Right) -> Sequence[StaffMember]: ...
    def outdated(self, member: StaffMember) -> None:
        """Their rights are others now: everything that was shown to them before is out of date, drafts too."""

    def workloads(
        self, members: Collection[StaffMember], now: datetime, before: datetime, today: date, most: int
    ) -> Mapping[int, Workload]:
        """By number; of each kind at most so many are counted. `before`: travellers who leave until then."""
