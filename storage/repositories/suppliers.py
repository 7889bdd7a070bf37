"""Suppliers, by name, found by their words in any script."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Select, exists

from domain.declarations import declare
from domain.entities.branches import within
from domain.entities.suppliers import Supplier, SupplierKind
from storage.mapping.suppliers import suppliers
from storage.repositories.reach import BRANCHED, Conditions, reached
from storage.repositories.repository import Repository, first_of
from storage.search.tokens import add_tokens, matching, replace_tokens, text_tokens, text_words

_BY_NAME = suppliers.c.name, suppliers.c.id
_AT_WORK = suppliers.c.retired_at.is_(None)


class SqlSuppliers(Repository[Supplier]):
    kind, table, missing = Supplier, suppliers, "no_such_supplier"

    def add(self, thing: Supplier, /) -> None:
        self.session.add(thing)
        self.session.flush()
        add_tokens(self.session, "supplier", thing.id, _tokens(thing))

    def changed(self, supplier: Supplier) -> None:
        self.session.flush()
        replace_tokens(self.session, "supplier", supplier.id, _tokens(supplier))

    def listed(
        self, supplier_kind: SupplierKind | None = None, limit: int = 8, offset: int = 0
    ) -> Sequence[Supplier]:
        found = self._seen().where(_AT_WORK)
        if supplier_kind is not None:
            found = found.where(suppliers.c.kind == supplier_kind)
        return self._list(first_of(found.order_by(*_BY_NAME), limit, offset))

    def retired(self, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
        found = self._seen().where(suppliers.c.retired_at.is_not(None))
        return self._list(first_of(found.order_by(*_BY_NAME), limit, offset))

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
        words = text_words(text)
        if not words:
            return []
        found = self._seen().where(_AT_WORK, *matching("supplier", suppliers.c.id, words))
        return self._list(found.order_by(*_BY_NAME).limit(limit).offset(offset))

    def called(self, keys: Sequence[str]) -> Supplier | None:
        named = self._seen().where(suppliers.c.key.in_(keys))
        return self._first(named.order_by(suppliers.c.retired_at.is_not(None), suppliers.c.id))

    def _seen(self) -> Select[Any]:
        return self._all().where(*reached(suppliers.c.branch_id, self.reach))

    def _within_reach(self, thing: Supplier) -> bool:
        return within(self.reach, thing.branch)


def _tokens(thing: Supplier) -> set[str]:
    """Its name, and the name of whom we speak with."""
    return text_tokens(thing.name) | text_tokens(thing.contact or "")


def _of_reached_supplier(number: Column[int], reach: int | None) -> Conditions:
    if reach is None:
        return ()
    return (exists().where(suppliers.c.id == number, *reached(suppliers.c.branch_id, reach)),)


declare(BRANCHED, "supplier", _of_reached_supplier)
