"""Trips: dated departures with seats to sell, called everywhere by name and date ("Ohrid 29.10.2027")."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.clients import Client
from domain.local_time import day_before, resolve, zone
from domain.money import Money
from domain.refusals import Refusal


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


@dataclass(eq=False)
class Trip:
    """A dated departure. `departs` is naive local time in `zone`; `departs_at` is its instant."""

    name: str
    transport: Transport
    departs: datetime
    zone: str
    departs_at: datetime
    reminder_at: datetime
    place: str
    returns: date
    seats: int
    price: Money
    deposit: Money
    documents_due: date
    deposit_due: date
    balance_due: date
    created_at: datetime
    point: Point | None = None
    bring: str | None = None
    told_at: datetime | None = None
    """When the day-before notices went out; None before."""
    changes: int = 0
    """How often time or place changed after that: each change is told once."""
    join_version: int = 1
    """The join link carries it; a revoked link carries an old one."""
    join_open: bool = True
    id: int = field(default=0)

    @classmethod
    def planned(cls, plan: TripPlan, now: datetime) -> "Trip":
        """A new trip. Raises Refusal for times and figures that cannot be (see `check`)."""
        check(plan, now)
        where = zone(plan.zone)
        return cls(
            **{name: getattr(plan, name) for name in plan.__dataclass_fields__},
            departs_at=resolve(plan.departs, where).instant,
            reminder_at=day_before(plan.departs, where),
            created_at=now,
        )

    @property
    def title(self) -> str:
        """What it is called everywhere: name and date."""
        return f"{self.name} {self.departs:%d.%m.%Y}"

    @property
    def where(self) -> ZoneInfo:
        return zone(self.zone)

    @property
    def currency(self) -> str:
        return self.price.currency

    def reschedule(self, departs: datetime, now: datetime) -> None:
        """Another time of departure. Raises Refusal: in_the_past, no_such_time."""
        instant = resolve(departs, self.where).instant
        if instant <= now:
            raise Refusal("in_the_past")
        self.departs, self.departs_at = departs, instant
        self.reminder_at = day_before(departs, self.where)


def check(plan: TripPlan, now: datetime) -> None:
    """Raises Refusal when the plan cannot be: in_the_past, no_such_time, returns_before_departure,
    not_enough_seats, deposit_above_price, due_after_departure."""
    where = zone(plan.zone)
    if resolve(plan.departs, where).instant <= now:
        raise Refusal("in_the_past")
    if plan.returns < plan.departs.date():
        raise Refusal("returns_before_departure")
    if plan.seats < 1:
        raise Refusal("not_enough_seats", free=0)
    if plan.deposit > plan.price:
        raise Refusal("deposit_above_price", price=plan.price)
    for due in (plan.documents_due, plan.deposit_due, plan.balance_due):
        if due > plan.departs.date():
            raise Refusal("due_after_departure", day=plan.departs.date())


@dataclass(eq=False)
class WaitingPlace:
    """A place in the line for a trip that is sold out."""

    trip: Trip
    client: Client
    seats: int
    since: datetime
    offered_at: datetime | None = None
    left_at: datetime | None = None
    id: int = field(default=0)
