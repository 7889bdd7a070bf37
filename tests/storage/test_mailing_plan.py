"""A mailing just written: PostgreSQL knows nothing of it yet, and still a few are leased at the price of a few."""

from typing import Any

import pytest
from sqlalchemy import event, insert, text

from storage import Database, SqlUnit
from storage.mapping import notices
from tests.storage.things import NOON, keep, notice, person

MANY = 3000


@pytest.fixture
def shared(database: Database) -> Database:
    if not database.shared:
        pytest.skip("SQLite goes by the indexes, whatever stands in them: see test_plans")
    return database


async def test_a_few_of_many_are_leased_in_the_order_of_the_index(shared: Database) -> None:
    plan = "\n".join(await shared.run(lambda unit: lease_planned(mailed(unit))))
    assert "ix_notices_undelivered on notices" in plan
    assert "Sort" not in plan
    assert "Join" not in plan


async def test_what_is_in_hand_is_not_leased_again(database: Database) -> None:
    one, other = notice(person(), "one"), notice(person(), "other")
    await keep(database, one, other)
    lease = await database.run(lambda unit: unit.outbox.lease(NOON, 9, 60, besides=(one.id,)))
    assert lease.notices == (other.id,)


def mailed(unit: SqlUnit) -> SqlUnit:
    unit.repositories.people.add(reader := person())
    unit.repositories.flush()
    unit.session.execute(text("ANALYZE notices"))
    fixed = {"kind": "departure", "due_at": NOON, "created_at": NOON, "facts": {}, "state": "waiting"}
    rows = [{"key": str(number), "person_id": reader.id, "attempts": 0, **fixed} for number in range(MANY)]
    unit.session.connection().execute(insert(notices), rows)
    return unit


def lease_planned(unit: SqlUnit) -> list[str]:
    """How the choice of what is leased would go."""
    asked: list[tuple[str, Any]] = []
    connection = unit.session.connection()
    event.listen(connection, "before_cursor_execute", lambda *facts: asked.append(facts[2:4]))
    unit.outbox.lease(NOON, 9, 60)
    choice = next((words, values) for words, values in asked if "FOR UPDATE" in words)
    return [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {choice[0]}", choice[1])]
