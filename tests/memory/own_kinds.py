"""Items of own lists, in memory."""

from collections.abc import Sequence

from domain.entities.field_values import values_of
from domain.entities.own_kinds import OwnItem, OwnLink
from domain.ports.own_kinds import OwnItems
from tests.memory.shelf import Shelf, Things, begins, in_memory, newest, page


class MemoryOwnItems(Shelf[OwnItem]):
    kind, missing = OwnItem, "no_such_item"

    def add(self, item: OwnItem) -> None:
        self.hold(item)
        self.things.flush()

    def changed(self, item: OwnItem) -> None:
        """Nothing is kept beside the item."""

    def listed(self, own_kind: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        found = (one for one in self.all_seen() if one.kind == own_kind)
        return page(sorted(found, key=lambda one: (one.is_retired, one.name, one.id)), limit, offset)

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        found = (one for one in self._in_use() if begins(text, _words(one)))
        return page(sorted(found, key=lambda one: (one.name, one.id)), limit, offset)

    def offered(self, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        return page(newest(self._in_use(), lambda one: one.id), limit, offset)

    def hang(self, link: OwnLink) -> None:
        self.things.hold(link)

    def take_off(self, link: OwnLink) -> None:
        self.things.of(OwnLink).remove(link)

    def hung_on(self, subject: str, number: int) -> Sequence[OwnLink]:
        found = (one for one in self.things.of(OwnLink) if (one.subject, one.subject_id) == (subject, number))
        return [one for one in found if self.sees(one.item)]

    def places(self, item: OwnItem, subject: str, limit: int = 8) -> Sequence[int]:
        hung = [one for one in self.things.of(OwnLink) if one.item is item and one.subject == subject]
        return [one.subject_id for one in page(newest(hung, lambda one: one.id), limit)]

    def sees(self, thing: OwnItem) -> bool:
        return self.reaches(thing.branch)

    def _in_use(self) -> list[OwnItem]:
        return [one for one in self.all_seen() if not one.is_retired]


def _words(item: OwnItem) -> str:
    texts = [one for one in values_of(item).values() if isinstance(one, str)]
    joined = ["".join(one.split()) for one in texts]
    return " ".join([item.name, item.notes or "", *texts, *joined])


@in_memory
def own_items(things: Things, reach: int | None) -> OwnItems:
    return MemoryOwnItems(things, reach)
