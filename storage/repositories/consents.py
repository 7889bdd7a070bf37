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
    """The condition on a row of `clients`: their last word about mailings was yes."""
    given, withdrawn = consents.alias("given"), consents.alias("withdrawn")
    later = _theirs(withdrawn).where(withdrawn.c.withdrawn_at >= given.c.given_at)
    return exists(_theirs(given).where(given.c.withdrawn_at.is_(None), ~exists(later)))


def _theirs(table: Any) -> Select[tuple[int]]:
    whose = or_(table.c.client_id == clients.c.id, table.c.person_id == clients.c.person_id)
    return select(table.c.id).where(whose, table.c.kind == ConsentKind.MAILING).correlate(clients)
