"""What is due of a deal is kept beside it, so that lists and sums go by an index: computed anew whenever it is written.

No use case has to think of it. Another deadline of a trip is another for all its deals: they are looked at with it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import UOWTransaction
from sqlalchemy.orm.util import identity_key

from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.lateness import decided_by, dues
from domain.entities.payments import Payment
from domain.entities.travellers import Traveller
from domain.entities.trips import Trip
from storage.mapping import deals
from storage.mapping.deals import KEPT_DUES
from storage.repositories.loads import Loads, known, one, several, whole
from storage.session import Session

AT_ONCE = date(1970, 1, 1)
"""The scheduler looks at the deal as soon as it can: something else is due of it now."""

LOOK_ON = "_look_on"
DEADLINES = ("documents_due", "deposit_due", "balance_due", "departs", "returns", "cancelled_at")
"""Of a trip: what decides by when something is due of its deals."""

NEEDED: Loads = (
    one("trip"),
    several("travellers"),
    several("payments"),
    several("documents", known("traveller")),
)
"""What is loaded with a deal to see what is due of it."""


@event.listens_for(Session, "before_flush", insert=True)
def _keep(session: Session, _flush: UOWTransaction, _things: Any) -> None:
    for deal in _concerned(session):
        keep(session, deal)


def keep(session: Session, deal: Deal) -> None:
    """Writes down what is due of this deal now; the scheduler looks at it when that has changed."""
    kept = _computed(session, deal)
    if any(getattr(deal, f"_{name}", None) != value for name, value in kept.items()) or not deal.id:
        for name, value in kept.items():
            setattr(deal, f"_{name}", value)
        look_at(deal, AT_ONCE)


def look_at(deal: Deal, day: date | None) -> None:
    """The scheduler looks at it from that day on; None: not before something else is due of it."""
    setattr(deal, LOOK_ON, day)


def _computed(session: Session, deal: Deal) -> dict[str, Any]:
    found = dues(deal, session.pipelines().of(deal.step_key).needs)
    money = [due for due in found if due.amount is not None]
    first, rest = ([*money, None, None])[:2]
    told = (
        found[0].day if found else None,
        " ".join(due.what for due in found) or None,
        first.day if first else None,
        first.amount.minor if first and first.amount else None,
        rest.day if rest else None,
        rest.amount.minor if rest and rest.amount else None,
        decided_by(deal),
    )
    return dict(zip(KEPT_DUES, told, strict=False))


def _concerned(session: Session) -> Iterable[Deal]:
    """Each once, whole."""
    numbers: set[int] = set()
    fresh: list[Deal] = []
    for thing in [
        *session.new,
        *session.dirty,
        *(thing for thing in session.deleted if not isinstance(thing, Deal)),
    ]:
        if isinstance(thing, Deal) and thing in session.new:
            fresh.append(thing)
        else:
            numbers.update(_numbers(session, thing))
    return [*fresh, *(_whole(session, number) for number in sorted(numbers))]


def _numbers(session: Session, thing: Any) -> Iterator[int]:
    if isinstance(thing, Deal):
        yield thing.id
    elif isinstance(thing, Payment | Traveller):
        if number := getattr(thing, "_deal_id", None):
            yield number
    elif isinstance(thing, Document):
        if "deal" in vars(thing) and thing.deal.id:
            yield thing.deal.id
    elif isinstance(thing, Trip) and thing.id and _deadlines_changed(thing):
        with session.no_autoflush:
            yield from session.scalars(select(deals.c.id).where(deals.c.trip_id == thing.id))


def _deadlines_changed(trip: Trip) -> bool:
    state = inspect(trip)
    return any(state.attrs[name].history.has_changes() for name in DEADLINES)


def _whole(session: Session, number: int) -> Deal:
    deal: Deal | None = session.identity_map.get(identity_key(Deal, number))
    if deal is None or not all(load.is_there(deal) for load in NEEDED):
        asked = whole(Deal, NEEDED, lambda column: column == number)
        with session.no_autoflush:
            deal = session.scalars(asked).unique().one()
        session.hold([deal])
    return deal
