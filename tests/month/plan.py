"""A month of an agency that is made up by a seed: who booked what when, who pays and sends papers, and who never does."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

FIRST = date(2027, 9, 1)
DAYS = 31
DAY = timedelta(days=1)


@dataclass
class PlannedTrip:
    """Dates of a trip. Papers and money are due before it, in any order."""

    name: str
    departs: date
    returns: date
    documents_due: date
    deposit_due: date
    balance_due: date


@dataclass
class PlannedClient:
    """Muted from the beginning, or not."""

    name: str
    in_telegram: bool
    muted: bool = False


@dataclass
class PlannedDeal:
    """For one seat of 300 euro, 100 of them beforehand. Things happen at five in the morning of these days, or never."""

    number: int
    client: int
    trip: int
    booked: date
    deposit_paid: date | None
    balance_paid: date | None
    named: date | None
    passport: date | None
    lost: date | None
    taken: dict[str, int] = field(default_factory=dict)
    """Of the model: the last step of each thing."""


@dataclass
class Plan:
    """All of it. Deals are numbered from 1 in the order in which they are booked."""

    trips: list[PlannedTrip]
    clients: list[PlannedClient]
    deals: list[PlannedDeal]


def made_up(seed: int, *, clients: int = 14, deals: int = 22) -> Plan:
    chance = Random(seed)
    trips = [_trip(chance, number) for number in range(5)]
    people = [
        PlannedClient(f"Client {number}", chance.random() < 0.8, chance.random() < 0.15)
        for number in range(clients)
    ]
    booked = sorted(chance.randrange(-30, DAYS - 2) for _ in range(deals))
    sold = [
        _deal(chance, number, FIRST + ahead * DAY, trips, people) for number, ahead in enumerate(booked, 1)
    ]
    return Plan(trips, people, sold)


def _trip(chance: Random, number: int) -> PlannedTrip:
    departs = FIRST + chance.randrange(12, 45) * DAY

    def before() -> date:
        return departs - chance.randrange(1, 24) * DAY

    return PlannedTrip(
        f"Trip {number}", departs, departs + chance.randrange(6) * DAY, before(), before(), before()
    )


def _deal(
    chance: Random, number: int, booked: date, trips: list[PlannedTrip], people: list[PlannedClient]
) -> PlannedDeal:
    ahead = [place for place, trip in enumerate(trips) if trip.departs > booked]

    def some_day() -> date | None:
        return booked + chance.randrange(1, 35) * DAY if chance.random() < 0.6 else None

    deposit, balance = some_day(), some_day()
    if deposit is None or balance is None or balance < deposit:
        balance = None
    named = some_day()
    passport = some_day()
    if named is None or passport is None or passport < named:
        passport = None
    lost = some_day() if chance.random() < 0.15 else None
    return PlannedDeal(
        number,
        chance.randrange(len(people)),
        chance.choice(ahead),
        booked,
        deposit,
        balance,
        named,
        passport,
        lost,
    )
