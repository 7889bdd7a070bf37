"""Persons: everybody with a chat."""

from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember
from storage.mapping import persons
from storage.repositories.identity import identity
from storage.repositories.repository import Repository


class SqlPeople(Repository[Person]):
    kind, table, missing = Person, persons, "no_such_person"

    def by_telegram_id(self, telegram_id: int) -> Person | None:
        return self._first(self._all().where(persons.c.telegram_id == telegram_id))

    def with_roles(self, telegram_id: int) -> tuple[Person, StaffMember | None, Client | None] | None:
        """The same, with what this person is to the agency, in one statement."""
        return identity(self.session, telegram_id)
