"""How much of a thing is fetched with it: always whole, in one statement, and one more for the lists of deals.

Of every kind one statement is made, when it is first wanted: the kind's own row joined to those of all it refers to, and
of all these refer to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, bindparam, literal_column, select, union_all

from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from storage.engine.compiled import Compiled
from storage.layout import Layout
from storage.mapping import LAYOUTS
from storage.session import Session
from storage.tables import staff_members

T = TypeVar("T")
_AT_ONCE = 500
"""So many owners' lists come with one statement."""
_LISTS = LAYOUTS[Deal].lists


@dataclass(frozen=True)
class Plan:
    """Each row brings several things; `links` are (whose, which attribute, what) by their places in `pieces`."""

    statement: Any
    """A Select, or one that was made once."""
    pieces: tuple[tuple[Layout, slice], ...]
    links: tuple[tuple[int, str, int], ...]

    def with_statement(self, narrower: Select[Any] | Compiled) -> "Plan":
        return Plan(narrower, self.pieces, self.links)

    @property
    def anew(self) -> bool:
        """Whether what is at hand already is to be told again, as it is now."""
        asked = self.statement.statement if isinstance(self.statement, Compiled) else self.statement
        return bool(asked.get_execution_options().get("anew"))


def everything(kind: type) -> Select[Any]:
    """Selects things of this kind, to be narrowed and ordered by the columns of its table, and given to `loaded`."""
    statement: Select[Any] = _plan(kind).statement
    return statement


def loaded(session: Session, kind: type[T], statement: Select[Any] | Compiled, **wanted: Any) -> list[T]:
    """The things of a statement made of `everything(kind)`, whole.

    What was loaded before stays as it is, unless the statement says `anew`.
    """
    of: Any = kind
    return [things[0] for things in together(session, _plan(of).with_statement(statement), **wanted)]


def together(session: Session, plan: Plan, **wanted: Any) -> list[list[Any]]:
    """The things of each row, put to each other."""
    if session.writes:
        session.flush()
    anew = plan.anew
    found = []
    for row in session.rows(plan.statement, **wanted):
        things = [session.take(layout, row[piece], anew=anew) for layout, piece in plan.pieces]
        for whose, name, what in plan.links:
            if things[whose] is not None:
                session.put(things[whose], name, things[what], anew=anew)
        found.append(things)
    for place, (layout, _piece) in enumerate(plan.pieces):
        if layout.kind is Deal:
            _fill(session, {things[place] for things in found} - {None}, anew=anew)
    return found


@cache
def _plan(kind: type) -> Plan:
    layout = LAYOUTS[kind]
    found: list[tuple[Layout, Any]] = [(layout, layout.table)]
    links: list[tuple[int, str, int]] = []
    joined: Any = layout.table
    for place, (whose, table) in enumerate(found):  # which grows meanwhile
        for name, part in whose.ones.items():
            other = LAYOUTS[part].table.alias()
            joined = joined.outerjoin(other, other.c.id == table.c[f"{name}_id"])
            links.append((place, name, len(found)))
            found.append((LAYOUTS[part], other))
    return plan_of(found, links, joined)


def plan_of(found: Sequence[tuple[Layout, Any]], links: Iterable[tuple[int, str, int]], joined: Any) -> Plan:
    """Of these kinds in these tables or aliases of them, as they are `joined`."""
    columns: list[Any] = []
    pieces = []
    for layout, table in found:
        pieces.append((layout, slice(len(columns), len(columns) + len(layout.columns))))
        columns += [table.c[column.key] for column in layout.columns]
    return Plan(select(*columns).select_from(joined), tuple(pieces), tuple(links))


def _fill(session: Session, deals: Iterable[Deal], *, anew: bool) -> None:
    """Brings the lists of deals that have none yet."""
    lacking = [deal for deal in deals if anew or "travellers" not in vars(deal)]
    for start in range(0, len(lacking), _AT_ONCE):
        _fill_some(session, lacking[start : start + _AT_ONCE], anew=anew)


def _fill_some(session: Session, deals: Sequence[Deal], *, anew: bool) -> None:
    """All lists of all these deals."""
    alone = len(deals) == 1
    lists: dict[tuple[int, str], list[Any]] = {(deal.id, name): [] for deal in deals for name in _LISTS}
    refers: list[tuple[Any, str, type, int | None]] = []
    whose = deals[0].id if alone else [deal.id for deal in deals]
    plan = _of_deals(alone=alone)
    for row in session.rows(plan.statement, whose=whose):
        *_columns, deal, name = row
        layout, piece = plan.pieces[_PLACE[name]]
        thing = session.take(layout, row[piece], anew=anew)
        lists[deal, name].append(thing)
        refers += [(thing, one, kind, row[piece][place]) for one, kind, place in layout.refers]
    _bring_colleagues(session, {number for _thing, _one, kind, number in refers if kind is StaffMember})
    for thing, one, kind, number in refers:
        session.put(thing, one, None if number is None else session.find(kind, number), anew=anew)
    for deal in deals:
        for name in _LISTS:
            session.put(deal, name, lists[deal.id, name], anew=anew)


def _bring_colleagues(session: Session, numbers: Iterable[int | None]) -> None:
    """Few have to do with many deals, and mostly they are at hand."""
    missing = [number for number in numbers if number and session.find(StaffMember, number) is None]
    if missing:
        loaded(session, StaffMember, _members(), numbers=missing)


@cache
def _members() -> Select[Any]:
    return everything(StaffMember).where(staff_members.c.id.in_(bindparam("numbers", expanding=True)))


_PLACE = {name: place for place, name in enumerate(_LISTS)}


@cache
def _of_deals(*, alone: bool) -> Plan:
    """All lists in one statement: the numbers of what is in them, and each joined to its kind of thing."""
    spine = union_all(*(_numbers(name, alone=alone) for name in _LISTS)).subquery()
    found = [(LAYOUTS[several.kind], LAYOUTS[several.kind].table) for several in _LISTS.values()]
    joined: Any = spine
    for (_layout, table), name in zip(found, _LISTS, strict=True):
        its = (spine.c.listed == literal_column(f"'{name}'")) & (table.c.id == spine.c.id)
        joined = joined.outerjoin(table, its)
    plan = plan_of(found, (), joined)
    statement = plan.statement.add_columns(spine.c.deal, spine.c.listed).order_by(spine.c.id)
    return plan.with_statement(Compiled(statement) if alone else statement)


def _numbers(name: str, *, alone: bool) -> Select[Any]:
    several = _LISTS[name]
    its = LAYOUTS[several.kind].table.c
    owner = its[several.owner]
    whose = owner == bindparam("whose") if alone else owner.in_(bindparam("whose", expanding=True))
    listed: ColumnElement[str] = literal_column(f"'{name}'").label("listed")
    return select(owner.label("deal"), listed, its.id).where(whose)
