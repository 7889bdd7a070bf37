"""Translations, in memory."""

from collections.abc import Sequence

from domain.entities.interactions import Source
from domain.entities.translations import Translation
from domain.ports.translations import Translations
from tests.memory.shelf import Shelf, Things, in_memory


class MemoryTranslations(Shelf[Translation]):
    kind, missing = Translation, "not_found"

    def add(self, translation: Translation) -> None:
        self.hold(translation)

    def wanted(self, limit: int) -> Sequence[Translation]:
        return [one for one in self.all_seen() if one.ended_at is None][:limit]

    def from_source(self, chat: int, message: int) -> Translation | None:
        found = [one for one in self.all_seen() if one.source == Source(chat, message)]
        return found[-1] if found else None


@in_memory
def translations(things: Things, reach: int | None) -> Translations:
    return MemoryTranslations(things, reach)
