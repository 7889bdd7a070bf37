"""Suppliers are added, changed and retired by managers; who sells reads them."""

from domain.entities.people import Right
from domain.entities.suppliers import WORDS, Supplier, SupplierKind
from domain.ports.desk import Desk
from domain.queries.suppliers import supplier_called, supplier_to_change
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal


def add_supplier(desk: Desk, name: str, kind: SupplierKind, **known: str | None) -> Supplier:
    """For every branch. `known`: contact, phone, email, terms. Raises Forbidden, Refusal: supplier_there."""
    desk.must(Right.KEEP_SUPPLIERS)
    must_be_new(desk, name)
    new = Supplier(name, kind, desk.now, **known)  # type: ignore[arg-type]
    desk.repositories.suppliers.add(new)
    desk.note("supplier", new.id, "added", name=name, supplier_kind=kind.value)
    return new


def must_be_new(desk: Desk, name: str, but: int | None = None) -> None:
    """Two suppliers of one name nobody could tell apart. Raises Forbidden, Refusal: supplier_there."""
    there = supplier_called(desk, name)
    if there is not None and there.id != but:
        raise Refusal("supplier_there", name=there.name)


def change_supplier(desk: Desk, number: int, fact: str, value: str | None) -> Supplier:
    """One of `WORDS`; None: it is not known. Raises Forbidden, NotFound, Refusal: supplier_there."""
    one = _held(desk, number)
    if fact not in WORDS or (fact == "name" and value is None):
        raise NotFound("not_found")
    was = getattr(one, fact)
    if value == was:
        return one
    if fact == "name":
        assert value is not None
        must_be_new(desk, value, but=number)
        one.call(value)
    else:
        setattr(one, fact, value)
    desk.repositories.suppliers.changed(one)
    desk.note("supplier", one.id, "changed", supplier_fact=fact, told=value, told_was=was)
    return one


def set_kind(desk: Desk, number: int, kind: SupplierKind) -> Supplier:
    """Raises Forbidden, NotFound."""
    one = _held(desk, number)
    if one.kind is not kind:
        desk.note("supplier", one.id, "kind_set", supplier_kind=kind.value, supplier_kind_was=one.kind.value)
        one.kind = kind
    return one


def speak(desk: Desk, number: int, language: Language) -> Supplier:
    """It is spoken there, or not any more, the one after the other. Raises Forbidden, NotFound."""
    one = _held(desk, number)
    spoken = language.value in one.languages
    others = [each for each in one.languages if each != language.value]
    if spoken:
        one.languages = tuple(others)
        desk.note("supplier", one.id, "does_not_speak", language=language.value)
    else:
        one.languages = (*others, language.value)
        desk.note("supplier", one.id, "speaks", language=language.value)
    return one


def set_branch(desk: Desk, number: int, branch: int | None) -> Supplier:
    """The only one that works with it from now on; None: all do. Raises Forbidden, NotFound."""
    one = _held(desk, number)
    name = desk.archive.branches.get(branch).name if branch is not None else None
    if branch is not None and desk.actor.reach not in {None, branch}:
        raise NotFound("not_found")
    if one.branch != branch:
        one.branch = branch
        if name is None:
            desk.note("supplier", one.id, "for_all")
        else:
            desk.note("supplier", one.id, "branch_set", branch=name)
    return one


def retire_supplier(desk: Desk, number: int) -> Supplier:
    """Offered to nobody any more; what was bought of it keeps its name. Twice is fine. Raises Forbidden, NotFound."""
    one = _held(desk, number)
    if not one.is_retired:
        one.retired_at = desk.now
        desk.note("supplier", one.id, "retired")
    return one


def bring_back_supplier(desk: Desk, number: int) -> Supplier:
    """Twice is fine. Raises Forbidden, NotFound."""
    one = _held(desk, number)
    if one.is_retired:
        one.retired_at = None
        desk.note("supplier", one.id, "brought_back")
    return one


def _held(desk: Desk, number: int) -> Supplier:
    supplier_to_change(desk, number)
    return desk.repositories.suppliers.locked(number)
