"""Suppliers as they are read: by name, by kind, one with its card, and what was noticed of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.observations import Observation, Watched, key_of
from domain.entities.people import Right
from domain.entities.suppliers import Supplier, SupplierKind
from domain.ports.desk import Desk


def suppliers_shown(
    desk: Desk, kind: SupplierKind | None = None, limit: int = 8, offset: int = 0
) -> Sequence[Supplier]:
    """At work, by name. Raises Forbidden."""
    desk.must(Right.SEE_SUPPLIERS)
    return desk.repositories.suppliers.listed(kind, limit, offset)


def suppliers_retired(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
    """By name. Raises Forbidden."""
    desk.must(Right.KEEP_SUPPLIERS)
    return desk.repositories.suppliers.retired(limit, offset)


def suppliers_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[Supplier]:
    """By their names. Raises Forbidden."""
    desk.must(Right.SEE_SUPPLIERS)
    return desk.repositories.suppliers.search(text, limit, offset)


def supplier_called(desk: Desk, name: str) -> Supplier | None:
    """Of exactly this name, in whatever script. Raises Forbidden."""
    desk.must(Right.SEE_SUPPLIERS)
    return desk.repositories.suppliers.called([key_of(name)])


@dataclass(frozen=True)
class SupplierCard:
    """A supplier, the name of the only branch that works with it, and what was noticed of it: the last, and how much."""

    supplier: Supplier
    branch: str | None
    noticed: Observation | None
    count: int


def supplier_card(desk: Desk, number: int) -> SupplierCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_SUPPLIERS)
    found = desk.repositories.suppliers.get(number)
    branch = desk.archive.branches.get(found.branch).name if found.branch is not None else None
    observations = desk.archive.observations
    last = next(iter(observations.under(Watched.SUPPLIER, found.keys, 1)), None)
    count = observations.count(Watched.SUPPLIER, found.keys) if last is not None else 0
    return SupplierCard(found, branch, last, count)


def observations_of_supplier(
    desk: Desk, number: int, limit: int = 8, offset: int = 0
) -> Sequence[Observation]:
    """Under any name it has had, newest first. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_SUPPLIERS)
    found = desk.repositories.suppliers.get(number)
    return desk.archive.observations.under(Watched.SUPPLIER, found.keys, limit, offset)


def supplier_to_change(desk: Desk, number: int) -> Supplier:
    """Raises Forbidden, NotFound."""
    desk.must(Right.KEEP_SUPPLIERS)
    return desk.repositories.suppliers.get(number)


def must_keep_suppliers(desk: Desk) -> None:
    """Raises Forbidden."""
    desk.must(Right.KEEP_SUPPLIERS)


def supplier_branches(desk: Desk) -> Sequence[tuple[int, str]]:
    """Those of which one may be the only one that works with a supplier. Raises Forbidden."""
    desk.must(Right.KEEP_SUPPLIERS)
    all_ = desk.archive.branches.all()
    reach = desk.actor.reach
    return [(one.id, one.name) for one in all_ if reach is None or one.id == reach]
