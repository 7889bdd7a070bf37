"""Translations, and those that are wanted."""

from collections.abc import Sequence

from sqlalchemy import text

from domain.entities.translations import Translation
from storage.mapping.translations import translations
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlTranslations(Repository[Translation]):
    kind, table, missing = Translation, translations, "not_found"
    loads = (
        one("client", one("person")),
        one("interaction", one("client", one("person")), one("inquiry"), one("deal")),
        one("staff", one("person")),
    )

    def wanted(self, limit: int) -> Sequence[Translation]:
        waits = self._all().where(text("translations.ended_at IS NULL"))
        return self._list(waits.order_by(translations.c.id).limit(limit))

    def from_source(self, chat: int, message: int) -> Translation | None:
        column = translations.c
        there = self._all().where(column.source_chat == chat, column.source_message == message)
        return self._first(self._held(there.order_by(column.id.desc())))
