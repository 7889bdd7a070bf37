"""How much of a thing is fetched with it: always whole, in one statement and one more for each of its lists.

What belongs to what is said here once. Of every kind one statement is made, when it is first wanted, and things are put
together from its rows here: SQLAlchemy's own eager loaders make their plan anew for every load, which costs four times
as much for a deal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.orm.attributes import set_committed_value

from domain.clients import Client, Interaction
from domain.deals import Deal, Payment, Traveller
from domain.documents import Document
from domain.inquiries import Inquiry
from domain.notices import Notice
from domain.people import Invitation, Person, StaffMember
from domain.trips import Trip, WaitingPlace

T = TypeVar("T")
_AT_ONCE = 500
"""So many owners' lists come with one statement."""

_PAPER: dict[str, type] = {"traveller": Traveller, "checked_by": StaffMember}
_ONE: dict[type, dict[str, type]] = {
    Client: {"person": Person},
    StaffMember: {"person": Person},
    Invitation: {"created_by": StaffMember, "used_by": Person},
    Inquiry: {"client": Client, "trip": Trip, "taken_by": StaffMember, "deal": Deal},
    Deal: {"client": Client, "trip": Trip, "responsible": StaffMember},
    Payment: {"recorded_by": StaffMember},
    Document: {**_PAPER, "deal": Deal},
    Interaction: {"client": Client, "staff": StaffMember, "inquiry": Inquiry, "deal": Deal},
    WaitingPlace: {"client": Client, "trip": Trip},
    Notice: {"person": Person},
}
_SEVERAL: dict[type, dict[str, type]] = {
    Deal: {"travellers": Traveller, "payments": Payment, "documents": Document}
}
_LISTED = {Document: _PAPER}
"""What comes with a thing in a list of its owner, when that is less: the owner is at hand."""


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
    owners: tuple[int, ...]
    """The places of deals, whose lists follow."""


@cache
def _plan(kind: type, *, listed: bool = False) -> _Plan:
    found: list[Any] = [kind]
    kinds: list[type] = [kind]
    links: list[tuple[int, str, int]] = []
    statement: Select[Any] = select(kind)
    place = 0
    while place < len(found):
        parts = _LISTED[kind] if listed and place == 0 and kind in _LISTED else _ONE.get(kinds[place], {})
        for name, part in parts.items():
            other: Any = aliased(part)
            statement = statement.add_columns(other).outerjoin(getattr(found[place], name).of_type(other))
            links.append((place, name, len(found)))
            found.append(other)
            kinds.append(part)
        place += 1
    owners = tuple(place for place, each in enumerate(kinds) if each in _SEVERAL)
    return _Plan(statement, tuple(links), owners)


def _put_together(
    session: Session, plan: _Plan, statement: Select[Any], wanted: dict[str, Any] | None
) -> list[Any]:
    anew = statement.get_execution_options().get("populate_existing", False)
    rows = session.execute(statement, wanted).all()
    for row in rows:
        for whose, name, what in plan.links:
            _put(row[whose], name, row[what], anew=anew)
    for place in plan.owners:
        _fill(session, {id(owner): owner for row in rows if (owner := row[place])}.values(), anew=anew)
    return [row[0] for row in rows]


def _put(thing: Any, name: str, value: Any, *, anew: bool) -> None:
    if thing is not None and (anew or name not in vars(thing)):
        set_committed_value(thing, name, value)


def _fill(session: Session, owners: Iterable[Any], *, anew: bool) -> None:
    """Brings the lists of deals that have none yet."""
    lacking = [owner for owner in owners if anew or "travellers" not in vars(owner)]
    for start in range(0, len(lacking), _AT_ONCE):
        some = lacking[start : start + _AT_ONCE]
        for name, kind in _SEVERAL[Deal].items():
            _list(session, some, name, kind, anew=anew)


def _list(session: Session, owners: Sequence[Deal], name: str, kind: type, *, anew: bool) -> None:
    plan = _plan(kind, listed=True)
    statement = _of_deals(kind, alone=len(owners) == 1, anew=anew)
    whose = owners[0].id if len(owners) == 1 else [owner.id for owner in owners]
    lists: dict[int, list[Any]] = {owner.id: [] for owner in owners}
    for thing in _put_together(session, plan, statement, {"whose": whose}):
        lists[thing.deal_id].append(thing)
    for owner in owners:
        _put(owner, name, lists[owner.id], anew=anew)
        if kind is Document:
            for paper in lists[owner.id]:
                _put(paper, "deal", owner, anew=anew)


@cache
def _of_deals(kind: Any, *, alone: bool, anew: bool) -> Select[Any]:
    theirs = (
        kind.deal_id == bindparam("whose") if alone else kind.deal_id.in_(bindparam("whose", expanding=True))
    )
    statement = _plan(kind, listed=True).statement.where(theirs).order_by(kind.id)
    return statement.execution_options(populate_existing=True) if anew else statement
