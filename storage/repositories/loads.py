"""What a repository loads with a thing, said once: `one("client", one("person"))`, `several("travellers")`.

Another thing comes joined in the same statement. All lists of an aggregate come in it too, each of their things in a
row of its own: lists that are joined one by one would be multiplied with each other, and SQLAlchemy's `selectinload`
costs a third of a millisecond a list. What is not said is not loaded, and raises when it is read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, literal_column, select, union_all
from sqlalchemy.orm import class_mapper, contains_eager, immediateload, joinedload
from sqlalchemy.orm.interfaces import ORMOption


@dataclass(frozen=True)
class Load:
    """One relation, and what is loaded with that."""

    name: str
    parts: tuple["Load", ...]
    how: Any
    """SQLAlchemy's loader option."""

    def option(self, kind: type) -> ORMOption:
        relation = getattr(kind, self.name)
        of = relation.property.mapper.class_
        option: ORMOption = self.how(relation).options(*(part.option(of) for part in self.parts))
        return option

    def is_there(self, thing: Any) -> bool:
        """Whether it is at hand already, with all its parts."""
        facts = vars(thing)
        if self.name not in facts:
            return False
        found = facts[self.name]
        if not self.parts or found is None:
            return True
        return all(part.is_there(each) for each in _each(found) for part in self.parts)


Loads = tuple[Load, ...]
Choice = Callable[[ColumnElement[Any]], ColumnElement[bool]]
"""A condition on numbers, of whatever column holds them."""


def one(name: str, *parts: Load) -> Load:
    """Another thing, joined."""
    return Load(name, parts, joinedload)


def known(name: str) -> Load:
    """Another thing that is at hand by then: no statement is sent for it."""
    return Load(name, (), immediateload)


def several(name: str, *parts: Load) -> Load:
    """A list. Only of the things a repository is for, not of others that come with them."""
    return Load(name, parts, contains_eager)


def has_lists(loads: Loads) -> bool:
    return any(load.how is contains_eager for load in loads)


def options(kind: type, loads: Loads) -> list[ORMOption]:
    return [load.option(kind) for load in loads]


def whole(kind: type, loads: Loads, chosen: Choice) -> Select[Any]:
    """Selects the things of this kind whose number is chosen, with what is loaded with them."""
    table = class_mapper(kind).local_table
    asked: Select[Any] = select(kind).options(*options(kind, loads)).where(chosen(table.c.id))
    lists = [_List(kind, load.name) for load in loads if load.how is contains_eager]
    if not lists:
        return asked
    rows = union_all(*(each.numbers(chosen) for each in lists)).subquery()
    joined: FromClause = table.outerjoin(rows, rows.c.owner == table.c.id)
    for each in lists:
        joined = joined.outerjoin(each.table, and_(rows.c.listed == each.label, each.table.c.id == rows.c.id))
    return asked.select_from(joined).order_by(rows.c.id)


def _each(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found]


class _List:
    """One list of a kind: the table of what is in it, and the column there that tells whose it is."""

    def __init__(self, kind: type, name: str) -> None:
        relation = class_mapper(kind).relationships[name]
        self.table = relation.mapper.local_table
        [self._owner] = relation.remote_side
        self.label: ColumnElement[str] = literal_column(f"'{name}'")

    def numbers(self, chosen: Choice) -> Select[Any]:
        row = self._owner.label("owner"), self.label.label("listed"), self.table.c.id
        return select(*row).where(chosen(self._owner))
