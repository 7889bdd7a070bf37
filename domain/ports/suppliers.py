"""What the trade asks of whoever keeps suppliers."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.suppliers import Supplier, SupplierKind


class Suppliers(Protocol):
    """Those that were retired are given by their number and their names only."""

    def get(self, number: int) -> Supplier: ...
    def locked(self, number: int) -> Supplier: ...
    def add(self, supplier: Supplier) -> None: ...
    def changed(self, supplier: Supplier) -> None:
        """It is found by other words now."""

    def listed(
        self, supplier_kind: SupplierKind | None = None, limit: int = 8, offset: int = 0
    ) -> Sequence[Supplier]:
        """By name."""

    def retired(self, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
        """By name."""

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
        """By the beginnings of words of its name and its contact in any script, by name."""

    def called(self, keys: Sequence[str]) -> Supplier | None:
        """Whose name has one of these keys, one at work before one that was retired."""
