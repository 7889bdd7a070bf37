"""Trips, clients and deals for tests, made in one stroke where a story begins in the middle."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.people import StaffMember
from domain.entities.trip_plans import TripPlan
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Desk
from storage import SqlUnit
from storage.mapping import notices
from tests.people import Person
from tests.things import OHRID, enter
from tests.world import World


async def a_trip(world: World, plan: TripPlan = OHRID) -> int:
    """A planned trip; its number."""

    def work(unit: SqlUnit) -> int:
        trip = Trip.planned(plan, world.desk(unit).now)
        unit.repositories.trips.add(trip)
        unit.repositories.flush()
        return trip.id

    return await world.database.run(work)


async def a_deal(
    world: World,
    *,
    client: Person | str = "Maria Ivanova",
    trip: int | None = None,
    seats: int = 2,
    step: str = "new",
    responsible: Person | None = None,
    travellers: Sequence[str] = (),
    passports: DocumentState | None = None,
    **more: Any,
) -> int:
    """A deal standing at `step`; its number. A client by name alone has no Telegram.

    Price and deposit are the trip's for all seats, or 300 and 100 euro a seat. `passports` is the state of
    everybody's passport photo; without it none was sent. `more` are fields of the deal.
    """

    def work(unit: SqlUnit) -> int:
        desk = world.desk(unit)
        going = unit.repositories.trips.get(trip) if trip else None
        usual: dict[str, Any] = {
            "client": _client(desk, client),
            "title": going.title if going else "Honeymoon in Vienna",
            "seats": seats,
            "price": (going or OHRID).price * seats,
            "deposit": (going or OHRID).deposit * seats,
            "created_at": desk.now,
            "trip": going,
            "responsible": _member(desk, responsible),
            "step_key": step,
            "step_since": desk.now,
        }
        deal = Deal(**usual | more)
        unit.repositories.deals.add(deal)
        for name in travellers:
            enter(deal, name, passports, desk.now)
        unit.repositories.flush()
        return deal.id

    return await world.database.run(work)


async def a_place_in_line(world: World, trip: int, client: Person | str, seats: int = 1) -> int:
    """A client waits for seats on this trip; the number of their place."""

    def work(unit: SqlUnit) -> int:
        desk = world.desk(unit)
        place = WaitingPlace(unit.repositories.trips.get(trip), _client(desk, client), seats, desk.now)
        unit.repositories.trips.wait(place)
        unit.repositories.flush()
        return place.id

    return await world.database.run(work)


async def with_deal(world: World, number: int, work: Any) -> Any:
    """What `work(desk, deal)` does and returns, in one transaction, at the agency's own desk."""
    return await world.database.run(lambda unit: work(world.desk(unit), unit.repositories.deals.get(number)))


async def told(world: World, person: Person) -> list[str]:
    """The notices written for this person so far, as "kind {facts}", oldest first."""

    def work(unit: SqlUnit) -> list[str]:
        found = unit.repositories.people.by_telegram_id(person.id)
        assert found is not None
        theirs = select(notices.c.kind, notices.c.facts).where(notices.c.person_id == found.id)
        return [f"{kind} {facts}" for kind, facts in unit.session.execute(theirs.order_by(notices.c.id))]

    return await world.database.read(work)


def later(world: World, **span: float) -> None:
    """The clock goes on by so many days or hours."""
    world.sandbox.clock.advance(timedelta(**span))


def _client(desk: Desk, who: Person | str) -> Client:
    if isinstance(who, str):
        client = Client(who, None, desk.now)
    else:
        person = desk.repositories.people.by_telegram_id(who.id)
        assert person is not None, f"{who.name} has not said a word yet"
        known = desk.repositories.clients.of(person)
        if known is not None:
            return known
        client = Client(who.name, f"+35988812{who.id:04d}", desk.now, person)
    desk.repositories.clients.add(client)
    return client


def _member(desk: Desk, who: Person | None) -> StaffMember | None:
    person = desk.repositories.people.by_telegram_id(who.id) if who else None
    return desk.repositories.staff.of(person) if person else None
