"""What is decided about a trip before it is put up, and what its figures and days must be."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.values.local_time import resolve, zone
from domain.values.money import Money
from domain.values.refusals import Refusal
from domain.values.translated import Title, Translated

MOST_SEATS = 1000
"""Seats of one trip: a chartered plane or two. Above it somebody's thumb slipped."""

LONGEST = timedelta(days=365)
"""From departure to return. Above it somebody meant another year."""


class Transport(StrEnum):
    """How a trip travels."""

    COACH = "coach"
    PLANE = "plane"
    TRAIN = "train"
    SHIP = "ship"
    OWN = "own"


@dataclass(frozen=True)
class Point:
    """A place on the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class TripPlan:
    """What the manager decides about a trip; times are the wall clock's at the place of departure."""

    name: str
    transport: Transport
    departs: datetime
    zone: str
    place: str
    returns: date
    seats: int
    price: Money
    deposit: Money
    documents_due: date
    deposit_due: date
    balance_due: date
    point: Point | None = None
    bring: str | None = None
    kind: str | None = None
    """The key of a kind of trip."""

    @property
    def title(self) -> Title:
        return Title.of(self.words("name"), self.departs.date())

    def words(self, what: str) -> Translated:
        """ "name", "place" or "bring", as the trip will have it."""
        return Translated(getattr(self, what) or "")

    @property
    def where(self) -> ZoneInfo:
        return zone(self.zone)


def check(plan: TripPlan, now: datetime) -> None:
    """Raises Refusal when the plan cannot be: one of those below."""
    where = zone(plan.zone)
    ahead(plan.departs, where, now)
    check_returns(plan.returns, plan.departs.date())
    check_seats(plan.seats)
    check_price(plan.price)
    check_deposit(plan.deposit, plan.price)
    for due in (plan.documents_due, plan.deposit_due, plan.balance_due):
        check_due(due, plan.departs.date(), now.astimezone(where).date())


def ahead(departs: datetime, where: ZoneInfo, now: datetime) -> datetime:
    """The instant of a departure that is still to come. Raises Refusal: in_the_past, no_such_time."""
    instant = resolve(departs, where).instant
    if instant <= now:
        raise Refusal("in_the_past")
    return instant


def check_returns(returns: date, departs: date) -> None:
    """Raises Refusal: returns_before_departure, absurd_stay."""
    if returns < departs:
        raise Refusal("returns_before_departure")
    if returns - departs > LONGEST:
        raise Refusal("absurd_stay", count=LONGEST.days)


def check_seats(seats: int, taken: int = 0) -> None:
    """Raises Refusal: not_a_count, seats_taken."""
    if not 1 <= seats <= MOST_SEATS:
        raise Refusal("not_a_count", most=MOST_SEATS)
    if seats < taken:
        raise Refusal("seats_taken", count=taken)


def check_price(price: Money) -> None:
    """Raises Refusal: no_price."""
    if price.minor <= 0:
        raise Refusal("no_price")


def check_deposit(deposit: Money, price: Money) -> None:
    """Raises Refusal: negative_money, deposit_above_price."""
    if deposit.minor < 0:
        raise Refusal("negative_money")
    if price < deposit:
        raise Refusal("deposit_above_price", price=price)


def check_due(due: date, departs: date, today: date) -> None:
    """Raises Refusal: due_after_departure, due_in_the_past."""
    if due > departs:
        raise Refusal("due_after_departure", day=departs)
    if due < today:
        raise Refusal("due_in_the_past")
