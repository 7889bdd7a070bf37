"""A notice knows what made it."""

from domain.entities.notices import Notice
from domain.notices.ops import ALARM
from ops.trace import TRACE
from storage import Database, SqlUnit
from tests.storage.things import NOON, person


async def test_a_notice_remembers_what_made_it(database: Database) -> None:
    def told(unit: SqlUnit) -> str | None:
        notice = Notice("key", ALARM, person(), NOON, NOON)
        unit.repositories.notices.add(notice)
        return unit.repositories.notices.get(notice.id).trace

    token = TRACE.set("u4711")
    try:
        assert await database.run(told) == "u4711"
    finally:
        TRACE.reset(token)
