"""The region: six branches, forty colleagues, and a coach company's worth of clients who leave tomorrow."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.entities.branches import Branch
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import Person, Role, StaffMember
from domain.entities.trip_plans import Point, Transport, TripPlan
from domain.entities.trips import Trip
from domain.values.money import Money
from storage import SqlUnit

STAFF, BRANCHES, LEAVING = 40, 6, 450
FIRST_CLIENT = 10_000
ZONE = ZoneInfo("Europe/Sofia")
PRICE, DEPOSIT = Money(300_00, "EUR"), Money(100_00, "EUR")


def staff_ids() -> range:
    return range(1, STAFF + 1)


def client_ids() -> range:
    return range(FIRST_CLIENT, FIRST_CLIENT + LEAVING)


def deals_of(staff_id: int) -> range:
    """Deals that this colleague leads."""
    return range(staff_id, LEAVING + 1, STAFF)


def settle_in(unit: SqlUnit, now: datetime, peak: datetime) -> None:
    """Everybody has said /start before; now some of them work here, and the others have a deal.

    At `peak` it is exactly a day until the coaches leave, so that all are to be told then.
    """
    branches = [Branch(f"Branch {number}", now) for number in range(1, BRANCHES + 1)]
    for branch in branches:
        unit.repositories.branches.add(branch)
    unit.repositories.flush()
    team = [_member(unit, number, branches, now) for number in staff_ids()]
    trip = Trip.planned(_plan(peak), now)
    unit.repositories.trips.add(trip)
    unit.repositories.flush()
    for place, number in enumerate(client_ids()):
        client = Client(f"Client {number}", f"+3598880{number:05d}", now, _person(unit, number))
        unit.repositories.clients.add(client)
        leader = team[place % STAFF]
        unit.repositories.deals.add(
            Deal(
                client,
                trip.title,
                1,
                PRICE,
                DEPOSIT,
                now,
                trip,
                leader,
                step_key="voucher",
                step_since=now,
                branch=leader.branch,
            )
        )


def _member(unit: SqlUnit, number: int, branches: list[Branch], now: datetime) -> StaffMember:
    role = Role.OWNER if number == 1 else (Role.MANAGER, Role.OPERATOR, Role.ACCOUNTANT)[number % 3]
    branch = None if number == 1 else branches[number % BRANCHES].id
    member = StaffMember(_person(unit, number), f"Colleague {number}", role, now, branch=branch)
    unit.repositories.staff.add(member)
    return member


def _person(unit: SqlUnit, number: int) -> Person:
    person = unit.repositories.people.by_telegram_id(number)
    assert person is not None
    return person


def _plan(peak: datetime) -> TripPlan:
    departs = (peak + timedelta(days=1)).astimezone(ZONE).replace(tzinfo=None)
    day = departs.date()
    return TripPlan(
        "Melnik",
        Transport.COACH,
        departs,
        "Europe/Sofia",
        "Sofia, NDK car park",
        day + timedelta(days=1),
        LEAVING + 50,
        PRICE,
        DEPOSIT,
        day,
        day,
        day,
        Point(42.68, 23.32),
    )
