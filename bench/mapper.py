"""The mapper's part of an update: CPU microseconds of what a repository loads and a transaction writes, without the bot."""

import tempfile
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from bench.databases import KINDS, opened
from bench.prepare import now
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.history import HistoryEntry
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Person, Role, StaffMember
from domain.entities.travellers import Relation, Traveller
from domain.entities.trip_plans import Transport
from domain.entities.trips import Trip
from domain.values.language import Language
from domain.values.money import Money
from storage import SqlUnit

PRICE = Money(300_00, "EUR")


async def main(*, long: bool) -> None:
    """The median of a thousand, after two hundred to warm up."""
    for kind in KINDS:
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            async with opened(kind, folder) as database:
                number = await database.run(_sale)
                print(f"on {kind}", flush=True)
                for name, (work, writes) in _works(number).items():
                    run = database.run if writes else database.read
                    print(f"  {name:58}{await _cost(run, work, 5000 if long else 1000):>8.0f} µs", flush=True)


async def _cost(run: Any, work: Callable[[SqlUnit], Any], times: int) -> float:
    spent = []
    for turn in range(times + 200):
        begun = time.process_time_ns()
        await run(work)
        if turn >= 200:
            spent.append((time.process_time_ns() - begun) / 1000)
    return median(spent)


def _works(number: int) -> dict[str, tuple[Callable[[SqlUnit], Any], bool]]:
    def changed(unit: SqlUnit) -> None:
        deal = unit.repositories.deals.locked(number)
        deal.title = f"Vienna {time.perf_counter_ns()}"
        unit.repositories.history.add(
            HistoryEntry("deal", number, "moved", now(), "Boris", facts={"to": "x"})
        )

    return {
        "nothing": (lambda _: None, True),
        "one row by Core": (lambda unit: unit.inbox.take(1), True),
        "who is this": (lambda unit: unit.repositories.people.with_roles(7), False),
        "a deal, whole": (lambda unit: unit.repositories.deals.get(number), False),
        "a deal held, changed, its history written, committed": (changed, True),
        "a page of eight deals": (lambda unit: unit.repositories.deals.at_stage("new"), False),
        "a trip": (lambda unit: unit.repositories.trips.get(1), False),
    }


def _sale(unit: SqlUnit) -> int:
    person = Person(7, "Boris", None, Language.ENGLISH, now())
    boris = StaffMember(person, "Boris", Role.MANAGER, now())
    unit.repositories.staff.add(boris)
    departs = now().replace(tzinfo=None)
    day = departs.date()
    trip = Trip(
        *("Ohrid", Transport.COACH, departs, "Europe/Sofia", now(), now(), "Station", day, 40),
        *(PRICE, PRICE, day, day, day, now()),
    )
    unit.repositories.trips.add(trip)
    sold = [_deal(place, trip, boris) for place in range(8)]
    for deal in sold:
        unit.repositories.deals.add(deal)
    unit.repositories.flush()
    return sold[0].id


def _deal(place: int, trip: Trip, boris: StaffMember) -> Deal:
    client = Client(f"Client {place}", None, now(), Person(100 + place, "Ana", None, Language.ENGLISH, now()))
    deal = Deal(client, "Ohrid", 2, PRICE, PRICE, now(), trip, boris, step_since=now())
    deal.travellers += [Traveller(Relation.SELF, "Ana"), Traveller(Relation.OTHER, "Ivan")]
    deal.payments.append(Payment(PRICE, PaymentMethod.CASH, now().date(), boris, now()))
    return deal
