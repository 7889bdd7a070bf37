"""Who works here, and what their screens still show."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Select, update

from domain.entities.people import RIGHTS, Person, Right, StaffMember
from domain.entities.workload import Workload
from storage.mapping import screens, staff_members
from storage.repositories.loads import one
from storage.repositories.repository import Repository
from storage.repositories.workload import workloads


class SqlStaff(Repository[StaffMember]):
    kind, table, missing = StaffMember, staff_members, "no_such_staff_member"
    loads = (one("person"),)

    def of(self, person: Person) -> StaffMember | None:
        return self._first(self._all().where(staff_members.c.person_id == person.id))

    def outdated(self, member: StaffMember) -> None:
        """Screens are outdone like by a newer message: their buttons are stale, their drafts are gone."""
        shown = update(screens).where(screens.c.person_id == member.person.id)
        gone = {"state": None, "actions": [], "view": ["home"], "revision": screens.c.revision + 1}
        self.session.execute(shown.values(**gone))

    def active(self) -> Sequence[StaffMember]:
        return self._list(self._working())

    def who_may(self, right: Right) -> Sequence[StaffMember]:
        roles = [role for role, rights in RIGHTS.items() if right in rights]
        return self._list(self._working().where(staff_members.c.role.in_(roles)))

    def _working(self) -> Select[StaffMember]:
        return (
            self._all()
            .where(staff_members.c.left_at.is_(None))
            .order_by(staff_members.c.joined_at, staff_members.c.id)
        )

    def workloads(
        self, members: Collection[StaffMember], now: datetime, before: datetime, today: date, most: int
    ) -> Mapping[int, Workload]:
        return workloads(self.session, members, now, before, today, most)
