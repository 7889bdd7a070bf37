"""Consents, and the condition that every list of clients for a mailing asks."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select

from domain.entities.clients import Client
from domain.entities.consents import Consent, ConsentKind
from domain.entities.people import Person
from storage.mapping import clients
from storage.mapping.consents import consents
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlConsents(Repository[Consent]):
    kind, table, missing = Consent, consents, "not_found"
    loads = (
        one("person"),
        one("client", one("person")),
        one("by", one("person")),
        one("withdrawn_by", one("person")),
    )

    def of(self, client: Client) -> Sequence[Consent]:
        whose = consents.c.client_id == client.id
        if client.person is not None:
            whose = or_(whose, consents.c.person_id == client.person.id)
        return self._newest(whose)

    def of_person(self, person: Person) -> Sequence[Consent]:
        return self._newest(consents.c.person_id == person.id)

    def may_be_mailed(self, client: Client) -> bool:
        found = select(clients.c.id).where(clients.c.id == client.id, wants_mailings())
        return self.session.execute(found).first() is not None

    def _newest(self, whose: ColumnElement[bool]) -> Sequence[Consent]:
        wanted: Select[tuple[Consent]] = self._all().where(whose)
        return self._list(wanted.order_by(consents.c.given_at.desc(), consents.c.id.desc()))


def wants_mailings() -> ColumnElement[bool]:
    """The condition on a row of `clients`: their last word about mailings was yes, whether the file said it or its person.

    Of the file and of the person each by an index of its own: an OR between them would read all consents.
    """
    given = [_theirs(whose, consents.alias("given")) for whose in _WHOSE]
    return or_(*(exists(yes) for yes in given))


def _theirs(whose: str, given: Any) -> Select[tuple[int]]:
    """Yes said by `whose`, and withdrawn by neither since."""
    later = [_withdrawn(other, given) for other in _WHOSE]
    return _of(whose, given).where(given.c.withdrawn_at.is_(None), *(~exists(no) for no in later))


def _withdrawn(whose: str, given: Any) -> Select[tuple[int]]:
    withdrawn = consents.alias("withdrawn")
    return _of(whose, withdrawn).where(withdrawn.c.withdrawn_at >= given.c.given_at).correlate(clients, given)


def _of(whose: str, table: Any) -> Select[tuple[int]]:
    same = table.c[whose] == clients.c[_WHOSE[whose]]
    return select(table.c.id).where(same, table.c.kind == ConsentKind.MAILING).correlate(clients)


_WHOSE = {"client_id": "id", "person_id": "person_id"}
"""A consent's column, and what it is in the file of the client."""
