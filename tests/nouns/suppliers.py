"""Suppliers: what the tests that walk everything need to know of them."""

from domain.entities.suppliers import Supplier, SupplierKind
from domain.queries import suppliers as queries
from domain.usecases.suppliers import keeping
from domain.values.language import Language
from tests.nouns.declared import (
    Branched,
    Few,
    asked_for,
    calls,
    forged,
    in_each_branch,
    new_one,
    one_more,
    opened_with,
)
from tests.storage.things import NOON


@new_one
def supplier() -> Supplier:
    return Supplier("Balkan Coaches", SupplierKind.CARRIER, NOON)


@one_more
def a_supplier(few: Few) -> None:
    few.records.suppliers.add(Supplier("Hotel Bellevue", SupplierKind.HOTEL, NOON, contact="Maria"))


@in_each_branch
def bought_of(its: Branched) -> dict[str, int]:
    """By this branch alone, one that is at work and one that is not."""
    at_work = Supplier(f"Hotel {its.words}", SupplierKind.HOTEL, its.desk.now, branch=its.number)
    retired = Supplier(f"Old {its.words}", SupplierKind.HOTEL, its.desk.now, branch=its.number)
    retired.retired_at = its.desk.now
    for one in (at_work, retired):
        its.desk.archive.suppliers.add(one)
    return {"supplier": at_work.id, "retired_supplier": retired.id}


asked_for(suppliers="supplier")
forged("kind", lambda _p, _t: ["hotel"])
opened_with("supplier", lambda _p, t: t.supplier)
opened_with("fact", lambda _p, _t: "terms", "change_supplier")

calls(
    {
        "suppliers.add_supplier": lambda d, _p, _t: keeping.add_supplier(
            d, "Ohrid Bus", SupplierKind.CARRIER
        ),
        "suppliers.must_be_new": lambda d, _p, _t: keeping.must_be_new(d, "Ohrid Bus"),
        "suppliers.change_supplier": lambda d, _p, t: keeping.change_supplier(
            d, t.supplier, "terms", "10%, paid at once"
        ),
        "suppliers.set_kind": lambda d, _p, t: keeping.set_kind(d, t.supplier, SupplierKind.OTHER),
        "suppliers.speak": lambda d, _p, t: keeping.speak(d, t.supplier, Language.BULGARIAN),
        "suppliers.set_branch": lambda d, _p, t: keeping.set_branch(d, t.supplier, None),
        "suppliers.retire_supplier": lambda d, _p, t: keeping.retire_supplier(d, t.supplier),
        "suppliers.bring_back_supplier": lambda d, _p, t: keeping.bring_back_supplier(d, t.supplier),
        "queries.suppliers.suppliers_shown": lambda d, _p, _t: queries.suppliers_shown(d),
        "queries.suppliers.suppliers_retired": lambda d, _p, _t: queries.suppliers_retired(d),
        "queries.suppliers.suppliers_found": lambda d, _p, _t: queries.suppliers_found(d, "hotel"),
        "queries.suppliers.supplier_called": lambda d, _p, _t: queries.supplier_called(d, "Ohrid Bus"),
        "queries.suppliers.supplier_card": lambda d, _p, t: queries.supplier_card(d, t.supplier),
        "queries.suppliers.observations_of_supplier": lambda d, _p, t: queries.observations_of_supplier(
            d, t.supplier
        ),
        "queries.suppliers.supplier_to_change": lambda d, _p, t: queries.supplier_to_change(d, t.supplier),
        "queries.suppliers.must_keep_suppliers": lambda d, _p, _t: queries.must_keep_suppliers(d),
        "queries.suppliers.supplier_branches": lambda d, _p, _t: queries.supplier_branches(d),
    }
)
