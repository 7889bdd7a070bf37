"""Suppliers, in memory."""

from collections.abc import Sequence

from domain.entities.suppliers import Supplier, SupplierKind
from domain.ports.suppliers import Suppliers
from tests.memory.shelf import Shelf, Things, begins, in_memory, page


class MemorySuppliers(Shelf[Supplier]):
    kind, missing = Supplier, "no_such_supplier"

    def add(self, supplier: Supplier) -> None:
        self.hold(supplier)
        self.things.flush()

    def changed(self, supplier: Supplier) -> None:
        """Its words are looked through whenever somebody searches."""

    def listed(
        self, supplier_kind: SupplierKind | None = None, limit: int = 8, offset: int = 0
    ) -> Sequence[Supplier]:
        wanted = {*SupplierKind} if supplier_kind is None else {supplier_kind}
        return page((one for one in self._at_work() if one.kind in wanted), limit, offset)

    def retired(self, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
        return page((one for one in self._by_name() if one.is_retired), limit, offset)

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
        found = (one for one in self._at_work() if begins(text, f"{one.name} {one.contact or ''}"))
        return page(found, limit, offset)

    def called(self, keys: Sequence[str]) -> Supplier | None:
        named = [one for one in self.all_seen() if one.key in keys]
        return min(named, key=lambda one: (one.is_retired, one.id), default=None)

    def sees(self, thing: Supplier) -> bool:
        return self.reaches(thing.branch)

    def _at_work(self) -> list[Supplier]:
        return [one for one in self._by_name() if not one.is_retired]

    def _by_name(self) -> list[Supplier]:
        return sorted(self.all_seen(), key=lambda one: (one.name, one.id))


@in_memory
def suppliers(things: Things, reach: int | None) -> Suppliers:
    return MemorySuppliers(things, reach)
