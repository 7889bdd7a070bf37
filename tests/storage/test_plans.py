"""Every statement of a repository is read by an index, and no method sends more statements for more rows.

The methods are those the repositories have; what they are called with is told by `tests/storage/sampling.py`.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from storage.kept.conversations import clients_overtaken
from tests.storage.sampling import Call, calls, fill
from tests.storage.things import NOON

_WHOLE = re.compile(r"SCAN (?!\w+ USING (COVERING )?INDEX|\(subquery|anon|CONSTANT)|.*Seq Scan on (?!anon)")

_FEW = "there are but a handful or two"
_STOPS = "newest first by the key, and stops at its limit"
_AFTER_A_RESTORE = "asked when the owner looks at the backups, of what a restore left"
_CHOOSES = "for an EXISTS beside an OR PostgreSQL keeps a plan ready that hashes the whole, and chooses while it runs"

_GIVEN = "who asks for all who have travelled reads all journeys, at the command line or once in a chat"

WHOLE_TABLES: dict[str, str] = {
    "branches.all": _FEW,
    "staff.active": _FEW,
    "staff.who_may": _FEW,
    "invitations.has_owner": _FEW,
    "invitations.open": _FEW,
    "client_imports.listed": _STOPS,
    "client_imports.long_done": _FEW,
    "client_lists.newest": _STOPS,
    "client_lists.tags": "what is read whole is the page of tags that were just found",
    "given_clients.count": _GIVEN,
    "given_clients.some": _GIVEN,
    "deals.newest": _STOPS,
    "definitions.current": "whoever reads them reads all of them",
    "feedback.means": _FEW,
    "feedback.to_ask": _FEW,
    "ideas.latest": _STOPS,
    "interactions.latest": _STOPS,
    "observations.latest": _STOPS,
    "own_items.offered": _STOPS,
    "notices.count_uncertain": _AFTER_A_RESTORE,
    "notices.decide": _AFTER_A_RESTORE,
    "staff.workloads": "what was read of deals and questions, few of them, is added up for each colleague",
    "votes.still_open": _STOPS,
}
"""Methods that may read a table from end to end, and why. What removes a thing may look for what refers to it:
nothing is removed today, and whoever begins with it gives the references an index.
"""

HASHED: dict[str, str] = dict.fromkeys(
    (
        "clients.overview",
        "deals.to_tell",
        "documents.unassigned",
        "documents.with_file",
        "history.of",
        "history.of_several",
        "history.timeline",
        "interactions.about",
        "interactions.from_source",
        "interactions.in_album",
        "interactions.of",
        "interactions.taken_back_of",
        "interactions.unanswered_of",
        "interactions.with_file",
        "journey_records.newest_of",
        "journey_records.of_deal",
        "journey_records.written",
        "later_messages.count_for",
        "later_messages.count_of",
        "later_messages.to_send",
        "later_messages.waiting_for",
        "later_messages.waiting_of",
        "notices.about",
        "notices.by_key",
        "notices.get",
        "notices.sent_as",
        "notices.told_under",
        "offers.bought_of",
        "offers.count",
        "offers.of",
        "offers.of_deal",
        "offers.open_of",
        "offers.sent_of",
        "offers.with_file",
        "services.count_of",
        "services.count_running_out",
        "services.of_deal",
        "services.running_out",
        "services.to_look_at",
        "settlements.count_unsettled",
        "settlements.held",
        "settlements.of",
        "settlements.of_trip",
        "settlements.to_ask",
        "settlements.unsettled",
    ),
    _CHOOSES,
)
"""Likewise, on PostgreSQL only."""

GROWING: dict[str, str] = {}
"""Methods that may send more statements for more rows, and why."""

QUEUES: dict[str, Callable[[SqlUnit], Any]] = {
    "waiting updates": lambda unit: unit.inbox.waiting(),
    "update": lambda unit: unit.inbox.take(1),
    "old updates": lambda unit: unit.inbox.purge(NOON),
    "updates that wait": lambda unit: unit.vitals.inbox(),
    "notices that wait": lambda unit: unit.vitals.post(NOON),
    "updates set aside": lambda unit: unit.vitals.quarantined(NOON),
    "current screen": lambda unit: unit.screens.current(1, 1),
    "due notices": lambda unit: unit.outbox.lease(NOON, 9, 60),
    "any due notice": lambda unit: unit.outbox.anything_due(NOON),
    "conversations to catch up with": lambda unit: clients_overtaken(unit, 0, 9),
}
"""Rows that are no repository's."""

SMALL, MORE = 2, 9


@pytest.fixture
async def filled(database: Database) -> Database:
    """With keys: passports are looked for too."""
    await fill(database, SMALL)
    return database


@pytest.mark.parametrize("reach", [None, 1])
async def test_every_method_goes_by_an_index(filled: Database, reach: int | None) -> None:
    found: dict[str, list[str]] = {}
    for name in await _names(filled, reach):
        steps = await _tried(filled, reach, name, _plan)
        if whole := [step for step in steps if _WHOLE.match(step)]:
            found[name] = whole
    reasons = {**WHOLE_TABLES, **(HASHED if filled.shared else {})}
    assert {name: steps for name, steps in found.items() if not (name in reasons or _removes(name))} == {}
    assert filled.shared or WHOLE_TABLES.keys() <= found.keys(), "no reason is left over"


def _removes(name: str) -> bool:
    return name.endswith(".remove")


async def test_every_queue_goes_by_an_index(filled: Database) -> None:
    if filled.shared:
        pytest.skip("PostgreSQL may sort few rows without their index")
    for name, ask in QUEUES.items():
        steps = await filled.run(lambda unit: _plan(unit, lambda: ask(unit)))  # noqa: B023
        assert [step for step in steps if _WHOLE.match(step)] == [], name


async def test_no_method_sends_more_statements_for_more_rows(filled: Database) -> None:
    names = await _names(filled, None)
    few = {name: await _tried(filled, None, name, _statements) for name in names}
    await fill(filled, MORE)
    many = {name: await _tried(filled, None, name, _statements) for name in names}
    grown = {name: (len(few[name]), len(many[name])) for name in names if len(few[name]) != len(many[name])}
    assert {name: counts for name, counts in grown.items() if name not in GROWING} == {}
    assert GROWING.keys() <= grown.keys(), "no reason is left over"


JOINED = (
    "inquiries.open",
    "today.half_empty",
    "today.unready",
)
"""Of much that waits they take a few, and join them with more than PostgreSQL plans in no time."""


@pytest.mark.parametrize("name", JOINED)
async def test_a_plan_that_is_kept_knows_how_few_are_taken(filled: Database, name: str) -> None:
    [statement] = await _tried(filled, None, name, _statements)
    assert re.search(r"LIMIT \d", statement)


@pytest.mark.parametrize(
    "name", ["today.half_empty", "today.money_by_day", "trips.taken", "trips.gone", "trips.running"]
)
async def test_sums_are_read_from_the_index_alone(filled: Database, name: str) -> None:
    if filled.shared:
        pytest.skip("PostgreSQL may look at a row that has just been written")
    steps = await _tried(filled, None, name, _plan)
    assert [step for step in steps if re.search("USING COVERING INDEX", step)] != []
    assert [step for step in steps if re.match("SEARCH (deals|payments) USING INDEX", step)] == []


async def test_a_missing_index_is_noticed(filled: Database) -> None:
    def without(unit: SqlUnit) -> list[str]:
        for index in ("ix_deals_trip_id", "ix_deals_seats"):
            unit.session.connection().exec_driver_sql(f"DROP INDEX {index}")
        ask = dict(calls(unit, None))["trips.taken"]()
        return [step for step in _plan(unit, ask) if _WHOLE.match(step)]

    assert len(await filled.run(without)) == 1


class _Undo(Exception):  # noqa: N818 (it is no error)
    pass


async def _names(database: Database, reach: int | None) -> list[str]:
    names = await database.read(lambda unit: [name for name, _call in calls(unit, reach)])
    assert len(names) > 100, "there are that many"
    return names


async def _tried(
    database: Database, reach: int | None, name: str, look: Callable[[SqlUnit, Call], list[str]]
) -> list[str]:
    """What is seen of a method in a transaction of its own, that is undone."""
    seen: list[str] = []

    def work(unit: SqlUnit) -> None:
        unit.session.keys = Keys(bytes(32))
        seen.extend(look(unit, dict(calls(unit, reach))[name]()))
        raise _Undo

    with pytest.raises(_Undo):
        await database.run(work)
    return seen


def _statements(unit: SqlUnit, ask: Call) -> list[str]:
    return [statement for statement, _values in _asked(unit, ask)]


def _plan(unit: SqlUnit, ask: Call) -> list[str]:
    """How the database would go about it. PostgreSQL reads small tables whole, and rightly: unless that is forbidden."""
    connection = unit.session.connection()
    how, place = ("EXPLAIN QUERY PLAN", 3)
    asked = _asked(unit, ask)
    if unit.session.dialect == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        how, place = ("EXPLAIN", 0)
    steps = []
    for statement, values in asked:
        if re.match("SELECT|UPDATE|DELETE|WITH", statement):
            steps += [row[place] for row in connection.exec_driver_sql(f"{how} {statement}", values)]
    return steps


def _asked(unit: SqlUnit, ask: Call) -> list[tuple[str, Any]]:
    """With what is flushed after it. Statements for many rows are counted once, by their first row."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, words: str, values: Any, _context: Any, many: bool) -> None:  # noqa: FBT001
        asked.append((words, values[0] if many else values))

    connection = unit.session.connection()
    unit.session.expunge_all()
    event.listen(connection, "before_cursor_execute", note)
    try:
        ask()
        unit.repositories.flush()
    finally:
        event.remove(connection, "before_cursor_execute", note)
    return asked
