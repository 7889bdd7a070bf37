"""Many people, clients, deals and notices, laid into the tables in bulk."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table

from bench.prepare import PRICE, now
from domain.entities.trip_plans import Transport, TripPlan
from domain.entities.trips import Trip
from storage import SqlUnit
from storage import mapping as tables
from storage.search.tokens import client_tokens

GIVEN = [
    "Anna",
    "Boris",
    "Vera",
    "Georgi",
    "Daria",
    "Elena",
    "Ivan",
    "Kalina",
    "Maria",
    "Nikola",
    "Olga",
    "Petar",
    "Rada",
    "Stefan",
    "Todor",
]
FAMILY = [
    "Petrov",
    "Ivanov",
    "Dimitrov",
    "Stoyanov",
    "Angelov",
    "Kolev",
    "Marinov",
    "Iliev",
    "Todorov",
    "Vasilev",
    "Popov",
    "Hristov",
]
AT_ONCE = 20_000
STRANGERS = 1_000_000
"""Telegram ids of clients begin here."""


def name_of(number: int) -> str:
    """A million of them have some ten thousand names."""
    first, last = GIVEN[number % len(GIVEN)], FAMILY[number // len(GIVEN) % len(FAMILY)]
    return f"{first} {last}{chr(97 + number // 180 % 26)}{chr(97 + number // 4680 % 4)}"


def phone_of(number: int) -> str:
    return f"+3598{number:08d}"


def lay(unit: SqlUnit, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    connection, rest = unit.session.connection(), iter(rows)
    while some := list(islice(rest, AT_ONCE)):
        connection.execute(table.insert(), some)


def clients(unit: SqlUnit, first: int, many: int, *, with_chat: bool = False) -> None:
    """Clients with these numbers, found by name and phone; with persons of the same numbers, who can be written to."""
    since, numbers = now(), range(first, first + many)
    if with_chat:
        person = {"language": "en", "started_at": since, "language_chosen": False}
        lay(
            unit,
            tables.persons,
            ({"id": n, "telegram_id": STRANGERS + n, "name": name_of(n), **person} for n in numbers),
        )
    lay(
        unit,
        tables.clients,
        (
            {
                "id": n,
                "name": name_of(n),
                "phone": phone_of(n),
                "known_since": since,
                "person_id": n if with_chat else None,
            }
            for n in numbers
        ),
    )
    lay(unit, tables.search_tokens, _tokens(numbers))


def _tokens(numbers: range) -> Iterator[dict[str, Any]]:
    for n in numbers:
        for token in client_tokens(name_of(n), phone_of(n)):
            yield {"subject": "client", "token": token, "subject_id": n}


def trip(unit: SqlUnit, leaves: datetime) -> Trip:
    """A trip that leaves at this instant."""
    departs = leaves.replace(tzinfo=None)
    plan = TripPlan(
        name="Ohrid",
        transport=Transport.COACH,
        departs=departs,
        zone="UTC",
        place="Central station",
        returns=departs.date() + timedelta(days=3),
        seats=1000,
        price=PRICE,
        deposit=PRICE,
        documents_due=departs.date(),
        deposit_due=departs.date(),
        balance_due=departs.date(),
    )
    planned = Trip.planned(plan, leaves - timedelta(days=9))
    unit.repositories.trips.add(planned)
    unit.repositories.flush()
    return planned


def deals(
    unit: SqlUnit, numbers: Iterable[int], trip_id: int | None, step: str = "voucher", **more: Any
) -> None:
    """One deal for each of these clients, with the client's number."""
    since = now() - timedelta(days=1)
    fixed = {
        "title": "Ohrid",
        "seats": 2,
        "price_minor": PRICE.minor,
        "deposit_minor": PRICE.minor,
        "currency": "EUR",
        "created_at": since,
        "trip_id": trip_id,
        "step_key": step,
        "step_since": since,
        **more,
    }
    lay(unit, tables.deals, ({"id": n, "client_id": n, **fixed} for n in numbers))


def notices(unit: SqlUnit, people: range, due_at: datetime) -> None:
    """One notice to each of these people, due then."""
    fixed = {"kind": "answer", "due_at": due_at, "created_at": due_at, "facts": {}, "state": "waiting"}
    lay(
        unit,
        tables.notices,
        ({"id": n, "key": f"bench:{n}", "person_id": n, "attempts": 0, **fixed} for n in people),
    )
