"""How much of a thing is fetched with it: always whole, in one statement, and one more for the lists of deals.

What belongs to what is said here once. Of every kind one statement is made, when it is first wanted, and things are put
together from its rows here: SQLAlchemy's own eager loaders make their plan anew for every load, which costs four times
as much for a deal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, bindparam, inspect, literal_column, select, union_all
from sqlalchemy.orm import Session, aliased
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.util import identity_key

from domain.clients import Client, Interaction
from domain.deals import Deal, Payment, Traveller
from domain.documents import Document
from domain.inquiries import Inquiry
from domain.notices import Notice
from domain.people import Invitation, Person, StaffMember
from domain.trips import Trip, WaitingPlace
from storage.tables import staff_members

T = TypeVar("T")
_AT_ONCE = 500
"""So many owners' lists come with one statement."""

_ONE: dict[type, dict[str, type]] = {
    Client: {"person": Person},
    StaffMember: {"person": Person},
    Invitation: {"created_by": StaffMember, "used_by": Person},
    Inquiry: {"client": Client, "trip": Trip, "taken_by": StaffMember, "deal": Deal},
    Deal: {"client": Client, "trip": Trip, "responsible": StaffMember},
    Document: {"traveller": Traveller, "checked_by": StaffMember, "deal": Deal},
    Interaction: {"client": Client, "staff": StaffMember, "inquiry": Inquiry, "deal": Deal},
    WaitingPlace: {"client": Client, "trip": Trip},
    Notice: {"person": Person},
}
_LISTS: dict[str, type] = {"travellers": Traveller, "payments": Payment, "documents": Document}
"""Of a deal."""
_BY = {Payment: "recorded_by", Document: "checked_by"}
"""Which colleague comes with what is in a list."""


def everything(kind: type) -> Select[Any]:
    """Selects things of this kind, to be narrowed and ordered by the columns of its table, and given to `loaded`."""
    return _plan(kind).statement


def loaded(
    session: Session, kind: type[T], statement: Select[Any], wanted: dict[str, Any] | None = None
) -> list[T]:
    """The things of a statement made of `everything(kind)`, whole.

    What was loaded before stays as it is, unless the statement says `populate_existing`.
    """
    of: Any = kind
    return _put_together(session, _plan(of), statement, wanted)


@dataclass(frozen=True)
class _Plan:
    """Each row brings several things; `links` are (whose, which attribute, what) by their places in the row."""

    statement: Select[Any]
    links: tuple[tuple[int, str, int], ...]
    deals: tuple[int, ...]
    """The places of deals, whose lists follow."""


@cache
def _plan(kind: type) -> _Plan:
    found: list[Any] = [kind]
    kinds: list[type] = [kind]
    links: list[tuple[int, str, int]] = []
    statement: Select[Any] = select(kind)
    for place, whose in enumerate(found):  # which grows meanwhile
        for name, part in _ONE.get(kinds[place], {}).items():
            other: Any = aliased(part)
            statement = statement.add_columns(other).outerjoin(getattr(whose, name).of_type(other))
            links.append((place, name, len(found)))
            found.append(other)
            kinds.append(part)
    deals = tuple(place for place, each in enumerate(kinds) if each is Deal)
    return _Plan(statement, tuple(links), deals)


def _put_together(
    session: Session, plan: _Plan, statement: Select[Any], wanted: dict[str, Any] | None
) -> list[Any]:
    anew = statement.get_execution_options().get("populate_existing", False)
    rows = session.execute(statement, wanted).all()
    for row in rows:
        for whose, name, what in plan.links:
            _put(row[whose], name, row[what], anew=anew)
    for place in plan.deals:
        _fill(session, {id(deal): deal for row in rows if (deal := row[place])}.values(), anew=anew)
    return [row[0] for row in rows]


def _put(thing: Any, name: str, value: Any, *, anew: bool) -> None:
    if thing is not None and (anew or name not in vars(thing)):
        set_committed_value(thing, name, value)


def _fill(session: Session, deals: Iterable[Deal], *, anew: bool) -> None:
    """Brings the lists of deals that have none yet."""
    lacking = [deal for deal in deals if anew or "travellers" not in vars(deal)]
    for start in range(0, len(lacking), _AT_ONCE):
        _fill_some(session, lacking[start : start + _AT_ONCE], anew=anew)


def _fill_some(session: Session, deals: Sequence[Deal], *, anew: bool) -> None:
    """All lists of all these deals."""
    alone = len(deals) == 1
    lists: dict[tuple[int, str], list[Any]] = {(deal.id, name): [] for deal in deals for name in _LISTS}
    whose = deals[0].id if alone else [deal.id for deal in deals]
    for *things, deal, name in session.execute(_of_deals(alone=alone, anew=anew), {"whose": whose}):
        lists[deal, name].append(next(thing for thing in things if thing is not None))
    _name_colleagues(session, lists.values(), anew=anew)
    for deal in deals:
        going = {traveller.id: traveller for traveller in lists[deal.id, "travellers"]}
        for paper in lists[deal.id, "documents"]:
            _put(paper, "deal", deal, anew=anew)
            _put(paper, "traveller", going.get(paper.traveller_id), anew=anew)
        for name in _LISTS:
            _put(deal, name, lists[deal.id, name], anew=anew)


def _name_colleagues(session: Session, lists: Iterable[list[Any]], *, anew: bool) -> None:
    """Few have to do with many deals, and mostly they are at hand."""
    acts = [(thing, name) for things in lists for thing in things if (name := _BY.get(type(thing)))]
    numbers = {getattr(thing, f"{name}_id") for thing, name in acts} - {None}
    known = {number: session.identity_map.get(identity_key(StaffMember, number)) for number in numbers}
    if missing := [number for number, member in known.items() if member is None]:
        known |= {each.id: each for each in loaded(session, StaffMember, _members(), {"numbers": missing})}
    for thing, name in acts:
        _put(thing, name, known.get(getattr(thing, f"{name}_id")), anew=anew)


@cache
def _members() -> Select[Any]:
    return everything(StaffMember).where(staff_members.c.id.in_(bindparam("numbers", expanding=True)))


@cache
def _of_deals(*, alone: bool, anew: bool) -> Select[Any]:
    """All lists in one statement: the numbers of what is in them, and each joined to its kind of thing."""
    spine = union_all(*(_numbers(name, kind, alone=alone) for name, kind in _LISTS.items())).subquery()
    statement: Any = select(*_LISTS.values(), spine.c.deal, spine.c.listed).select_from(spine)
    for name, kind in _LISTS.items():
        statement = statement.outerjoin(kind, (spine.c.listed == name) & (_table(kind).c.id == spine.c.id))
    statement = statement.order_by(spine.c.id)
    made: Select[Any] = statement.execution_options(populate_existing=True) if anew else statement
    return made


def _numbers(name: str, kind: type, *, alone: bool) -> Select[Any]:
    its = _table(kind).c
    whose = (
        its.deal_id == bindparam("whose") if alone else its.deal_id.in_(bindparam("whose", expanding=True))
    )
    listed: ColumnElement[str] = literal_column(f"'{name}'").label("listed")
    return select(its.deal_id.label("deal"), listed, its.id).where(whose)


def _table(kind: type) -> Any:
    mapper: Any = inspect(kind)
    return mapper.local_table
