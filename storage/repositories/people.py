"""Persons, the staff among them, and the invitations that bring somebody onto it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select, update

from domain.entities.clients import Client
from domain.entities.people import RIGHTS, Invitation, Person, Right, Role, StaffMember
from storage.mapping import invitations, persons, screens, staff_members
from storage.repositories.identity import identity
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlPeople(Repository[Person]):
    kind, table, missing = Person, persons, "no_such_person"

    def by_telegram_id(self, telegram_id: int) -> Person | None:
        return self._first(self._all().where(persons.c.telegram_id == telegram_id))

    def with_roles(self, telegram_id: int) -> tuple[Person, StaffMember | None, Client | None] | None:
        """The same, with what this person is to the agency, in one statement."""
        return identity(self.session, telegram_id)


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


class SqlInvitations(Repository[Invitation]):
    kind, table, missing = Invitation, invitations, "no_such_invitation"
    loads = (one("created_by", one("person")), one("used_by"))

    def by_hash(self, token_hash: str) -> Invitation | None:
        return self._first(self._held(self._all().where(invitations.c.token_hash == token_hash)))

    def open(self, now: datetime) -> Sequence[Invitation]:
        waiting = self._all().where(invitations.c.used_at.is_(None), invitations.c.expires_at > now)
        return self._list(waiting.order_by(invitations.c.created_at, invitations.c.id))

    def has_owner(self) -> bool:
        owner = (staff_members.c.role == Role.OWNER) & staff_members.c.left_at.is_(None)
        return self.session.scalar(select(staff_members.c.id).where(owner).limit(1)) is not None
