"""The items of an agency's own lists, found by their words, and where they hang."""

from collections.abc import Sequence

from sqlalchemy import Column, Select, exists, select

from domain.declarations import declare
from domain.entities.branches import within
from domain.entities.field_values import values_of
from domain.entities.own_kinds import OwnItem, OwnLink
from storage.mapping.own_kinds import own_item_links, own_items
from storage.repositories.loads import one, options
from storage.repositories.reach import BRANCHED, Conditions, reached
from storage.repositories.repository import Repository
from storage.search.tokens import add_tokens, matching, replace_tokens, text_tokens, text_words

_BY_NAME = own_items.c.name, own_items.c.id


class SqlOwnItems(Repository[OwnItem]):
    kind, table, missing = OwnItem, own_items, "no_such_item"

    def add(self, thing: OwnItem, /) -> None:
        self.session.add(thing)
        self.session.flush()
        add_tokens(self.session, "own_item", thing.id, _tokens(thing))

    def changed(self, item: OwnItem) -> None:
        self.session.flush()
        replace_tokens(self.session, "own_item", item.id, _tokens(item))

    def listed(self, own_kind: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        found = self._seen().where(own_items.c.kind == own_kind)
        order = own_items.c.retired_at.is_not(None), *_BY_NAME
        return self._list(found.order_by(*order).limit(limit).offset(offset))

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        words = text_words(text)
        if not words:
            return []
        found = self._in_use().where(*matching("own_item", own_items.c.id, words))
        return self._list(found.order_by(*_BY_NAME).limit(limit).offset(offset))

    def offered(self, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        return self._list(self._in_use().order_by(own_items.c.id.desc()).limit(limit).offset(offset))

    def hang(self, link: OwnLink) -> None:
        self.session.add(link)

    def take_off(self, link: OwnLink) -> None:
        self.session.delete(link)

    def hung_on(self, subject: str, number: int) -> Sequence[OwnLink]:
        column = own_item_links.c
        found = select(OwnLink).join(own_items).where(column.subject == subject, column.subject_id == number)
        found = found.where(*reached(own_items.c.branch_id, self.reach)).order_by(column.id)
        self.session.autoflushed()
        links = self.session.scalars(found.options(*options(OwnLink, (one("item"),)))).all()
        self.session.hold(links)
        return links

    def places(self, item: OwnItem, subject: str, limit: int = 8) -> Sequence[int]:
        column = own_item_links.c
        found = select(column.subject_id).where(column.item_id == item.id, column.subject == subject)
        return self.session.scalars(found.order_by(column.id.desc()).limit(limit)).all()

    def _seen(self) -> Select[tuple[OwnItem]]:
        return self._all().where(*reached(own_items.c.branch_id, self.reach))

    def _in_use(self) -> Select[tuple[OwnItem]]:
        return self._seen().where(own_items.c.retired_at.is_(None))

    def _within_reach(self, thing: OwnItem) -> bool:
        return within(self.reach, thing.branch)


def _tokens(item: OwnItem) -> set[str]:
    """Its words, and those of its texts; a number plate also without its spaces."""
    texts = [one for one in values_of(item).values() if isinstance(one, str)]
    joined = ["".join(one.split()) for one in texts]
    return text_tokens(" ".join([item.name, item.notes or "", *texts, *joined]))


def _of_reached_item(number: Column[int], reach: int | None) -> Conditions:
    if reach is None:
        return ()
    return (exists().where(own_items.c.id == number, *reached(own_items.c.branch_id, reach)),)


declare(BRANCHED, "own_item", _of_reached_item)
