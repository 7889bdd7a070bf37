"""Every list is read by an index: SQLite says how it would look, and that must not be through a whole table."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from domain.entities.deals import Deal
from domain.entities.people import Role, StaffMember
from storage import Database, SqlUnit
from tests.storage.things import NOON, client, deal, keep, person, trip

_WHOLE = re.compile(r"SCAN (?!\w+ USING (COVERING )?INDEX|\(subquery|anon|CONSTANT)")

LISTS: dict[str, Callable[[SqlUnit, Any], Any]] = {
    "person by telegram": lambda unit, _: unit.repositories.people.by_telegram_id(1),
    "staff of a person": lambda unit, sale: unit.repositories.staff.of(sale.client.person),
    "invitation": lambda unit, _: unit.repositories.invitations.by_hash("x"),
    "client of a person": lambda unit, sale: unit.repositories.clients.of(sale.client.person),
    "client by phone": lambda unit, _: unit.repositories.clients.by_phone("+1"),
    "clients by name": lambda unit, _: unit.repositories.clients.search("христо 0888"),
    "open inquiries": lambda unit, _: unit.repositories.inquiries.open(),
    "count of inquiries": lambda unit, _: unit.repositories.inquiries.count_open(),
    "inquiries of a client": lambda unit, sale: unit.repositories.inquiries.of(sale.client),
    "upcoming trips": lambda unit, _: unit.repositories.trips.upcoming(NOON),
    "seats taken": lambda unit, sale: unit.repositories.trips.taken(sale.trip),
    "trips to announce": lambda unit, _: unit.repositories.trips.to_announce(NOON),
    "trips to finish": lambda unit, _: unit.repositories.trips.to_finish(NOON),
    "places of a client": lambda unit, sale: unit.repositories.trips.waited_for(sale.client, NOON),
    "words about a deal": lambda unit, sale: unit.repositories.interactions.about(sale, 3),
    "notice in a message": lambda unit, _: unit.repositories.notices.shown_in(1, ["x", "y"]),
    "waiting line": lambda unit, sale: unit.repositories.trips.waiting(sale.trip),
    "deal": lambda unit, sale: unit.repositories.deals.get(sale.id),
    "deals of a client": lambda unit, sale: unit.repositories.deals.of(sale.client),
    "deals of a trip": lambda unit, sale: unit.repositories.deals.of_trip(sale.trip),
    "deals to tell": lambda unit, sale: unit.repositories.deals.to_tell(sale.trip, 9),
    "deals to finish": lambda unit, sale: unit.repositories.deals.to_finish(sale.trip, 9),
    "deals at a stage": lambda unit, _: unit.repositories.deals.at_stage("new"),
    "deals per stage": lambda unit, _: unit.repositories.deals.count_by_stage(),
    "deals led by somebody": lambda unit, sale: unit.repositories.deals.led_by(
        StaffMember(sale.client.person, "x", Role.GUIDE, NOON)
    ),
    "deals nobody leads": lambda unit, _: unit.repositories.deals.leaderless(),
    "deals of a branch at a stage": lambda unit, _: unit.repositories.within(1).deals.at_stage("new"),
    "deals of a branch per stage": lambda unit, _: unit.repositories.within(1).deals.count_by_stage(),
    "a client's deals of a branch": lambda unit, sale: unit.repositories.within(1).deals.of(sale.client),
    "inquiries of a branch": lambda unit, _: unit.repositories.within(1).inquiries.open(),
    "inquiries left behind": lambda unit, _: unit.repositories.inquiries.forsaken(),
    "words with a client, of a branch": lambda unit, sale: unit.repositories.within(1).interactions.of(
        sale.client
    ),
    "history, of a branch": lambda unit, _: unit.repositories.within(1).history.of("deal", 1),
    "undelivered": lambda unit, sale: unit.repositories.notices.undelivered_to(sale.client.person),
    "participants": lambda unit, sale: unit.repositories.deals.participants(sale.trip, "new"),
    "papers to fetch": lambda unit, _: unit.repositories.documents.to_fetch(5),
    "papers nobody's": lambda unit, sale: unit.repositories.documents.unassigned(sale),
    "words with a client": lambda unit, sale: unit.repositories.interactions.of(sale.client),
    "history": lambda unit, _: unit.repositories.history.of("deal", 1),
    "waiting updates": lambda unit, _: unit.inbox.waiting(),
    "update": lambda unit, _: unit.inbox.take(1),
    "old updates": lambda unit, _: unit.inbox.purge(NOON),
    "steps of open deals": lambda unit, _: unit.vitals.open_steps(),
    "updates that wait": lambda unit, _: unit.vitals.inbox(),
    "notices that wait": lambda unit, _: unit.vitals.post(NOON),
    "updates set aside": lambda unit, _: unit.vitals.quarantined(NOON),
    "current screen": lambda unit, _: unit.screens.current(1, 1),
    "due notices": lambda unit, _: unit.outbox.lease(NOON, 9, 60),
    "any due notice": lambda unit, _: unit.outbox.anything_due(NOON),
}


async def test_every_list_is_read_by_an_index(database: Database, database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL reads small tables whole, and rightly")
    sale = deal(client(who=person()), trip())
    await keep(database, sale)
    whole = {name: await database.run(lambda unit: scans(unit, ask, sale)) for name, ask in LISTS.items()}  # noqa: B023
    assert {name: steps for name, steps in whole.items() if steps} == {}


async def test_a_missing_index_is_noticed(database: Database, database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("see above")
    sale = deal(client(), trip())
    await keep(database, sale)

    def without(unit: SqlUnit) -> list[str]:
        unit.session.connection().exec_driver_sql("DROP INDEX ix_deals_trip_id")
        return scans(unit, LISTS["seats taken"], sale)

    assert await database.run(without) == ["SCAN deals"]


def scans(unit: SqlUnit, ask: Callable[[SqlUnit, Any], Any], sale: Deal) -> list[str]:
    """The steps of its statements that read a table from end to end."""
    asked: list[tuple[str, Any]] = []
    connection = unit.session.connection()
    event.listen(connection, "before_cursor_execute", lambda *facts: asked.append(facts[2:4]))
    ask(unit, sale)
    steps = []
    for statement, values in asked:
        if re.match("SELECT|UPDATE|DELETE|WITH", statement):
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            steps += [row[3] for row in rows]
    assert steps
    return [step for step in steps if _WHOLE.match(step)]
