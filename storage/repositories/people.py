"""Persons, the staff among them, and the invitations that bring somebody onto it."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Select, bindparam, select, update

from domain.entities.clients import Client
from domain.entities.people import RIGHTS, Invitation, Person, Right, Role, StaffMember
from storage.engine.compiled import Compiled
from storage.loading import Plan, everything, plan_of, together
from storage.mapping import LAYOUTS
from storage.repositories.repository import Repository
from storage.tables import clients, invitations, persons, screens, staff_members


class SqlPeople(Repository[Person]):
    kind, table, missing = Person, persons, "no_such_person"

    def by_telegram_id(self, telegram_id: int) -> Person | None:
        return self._one(_with_telegram(), telegram_id=telegram_id)

    def with_roles(self, telegram_id: int) -> tuple[Person, StaffMember | None, Client | None] | None:
        """The same, with what this person is to the agency, in one statement."""
        for person, member, client in together(self.session, _with_roles(), telegram_id=telegram_id):
            return person, member, client
        return None


class SqlStaff(Repository[StaffMember]):
    kind, table, missing = StaffMember, staff_members, "no_such_staff_member"

    def of(self, person: Person) -> StaffMember | None:
        return self._first(self._all().where(staff_members.c.person_id == person.id))

    def changed(self, member: StaffMember) -> None:
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

    def by_hash(self, token_hash: str) -> Invitation | None:
        return self._first(self._held(self._all().where(invitations.c.token_hash == token_hash)))

    def open(self, now: datetime) -> Sequence[Invitation]:
        waiting = self._all().where(invitations.c.used_at.is_(None), invitations.c.expires_at > now)
        return self._list(waiting.order_by(invitations.c.created_at, invitations.c.id))

    def has_owner(self) -> bool:
        owner = (staff_members.c.role == Role.OWNER) & staff_members.c.left_at.is_(None)
        return self.session.scalar(select(staff_members.c.id).where(owner).limit(1)) is not None


# Made once, when the classes are mapped: to build a statement costs more than to run it.
_THEY = persons.c.telegram_id == bindparam("telegram_id")


@cache
def _with_telegram() -> Compiled:
    return Compiled(everything(Person).where(_THEY))


@cache
def _with_roles() -> Plan:
    joined = persons.outerjoin(staff_members).outerjoin(clients, clients.c.person_id == persons.c.id)
    found = [(LAYOUTS[kind], LAYOUTS[kind].table) for kind in (Person, StaffMember, Client)]
    plan = plan_of(found, [(1, "person", 0), (2, "person", 0)], joined)
    return plan.with_statement(Compiled(plan.statement.where(_THEY)))
