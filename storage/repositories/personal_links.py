"""Personal links of clients, found by their hash."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.personal_links import PersonalLink
from storage.mapping.personal_links import personal_links
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlPersonalLinks(Repository[PersonalLink]):
    kind, table, missing = PersonalLink, personal_links, "link_closed"
    loads = (one("client", one("person")), one("created_by", one("person")), one("used_by"))

    def by_hash(self, token_hash: str) -> PersonalLink | None:
        return self._first(self._held(self._all().where(personal_links.c.token_hash == token_hash)))

    def open_of(self, client: Client, now: datetime) -> Sequence[PersonalLink]:
        theirs = self._all().where(
            personal_links.c.client_id == client.id, personal_links.c.used_at.is_(None)
        )
        return self._list(theirs.where(personal_links.c.expires_at > now).order_by(personal_links.c.id))

    def newest_of(self, client: Client) -> PersonalLink | None:
        theirs = self._all().where(personal_links.c.client_id == client.id)
        return self._first(theirs.order_by(personal_links.c.id.desc()))
