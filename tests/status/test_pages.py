"""The status pages: alive, ready or why not, and the figures; they name nobody."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from domain.entities.people import Role
from ops import counters
from ops.disk import Disk
from storage import Database
from storage.queues.inbox import InboxRows
from tests.databases import Databases
from tests.world import NOON, World
from tourdesk.status.pages import pages
from tourdesk.status.readiness import AgencyStatus

BOTH = frozenset({"bot", "scheduler"})
DISK = Disk(5_000_000_000, 20_000_000_000)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that has just begun, on a machine that may be busy with other tests."""
    for module in ("readiness", "figures"):
        monkeypatch.setattr(f"tourdesk.status.{module}.PATIENCE", 60.0)
    monkeypatch.setattr(counters, "_marks", {})
    for name in ("updates_received", "updates_ended", "notices", "calls", "tasks_failed"):
        monkeypatch.setattr(counters, name, Counter())


@pytest.fixture
def status() -> AgencyStatus:
    return AgencyStatus(BOTH, lambda: NOON, lambda: DISK)


@pytest.fixture
async def client(status: AgencyStatus) -> AsyncIterator[ClientSession]:
    async with TestClient(TestServer(pages(status))) as client:
        yield client  # type: ignore[misc]


async def read(client: ClientSession, page: str) -> dict[str, float]:
    """The figures by name and labels."""
    async with client.get(page) as answer:
        assert answer.status == 200
        text = await answer.text()
    return {
        f"{sample.name}{sorted(sample.labels.values())}": sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_it_is_alive_before_it_is_ready(
    status: AgencyStatus, client: ClientSession, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(counters, "monotonic", lambda: now[0])
    async with client.get("/health") as answer:
        assert (answer.status, (await answer.json())["alive"]) == (200, True)

    async def missing() -> tuple[int, dict[str, str]]:
        async with client.get("/ready") as answer:
            told = await answer.json()
            assert told["ready"] is (answer.status == 200)
            return answer.status, told["missing"]

    assert await missing() == (
        503,
        {
            "database": "not open yet",
            "telegram": "has not told us our name yet",
            "receiving": "has not begun",
            "ticking": "has not begun",
        },
    )
    status.database, status.username = database, "tourdesk_bot"
    counters.mark("ticking")
    assert await missing() == (503, {"receiving": "has not begun"})
    counters.mark("receiving")
    assert await missing() == (200, {})
    now[0] += 60
    counters.mark("receiving")
    assert await missing() == (200, {})
    now[0] += 31
    assert await missing() == (503, {"ticking": "no sign of life for 91 s"})


async def test_a_database_that_is_gone_is_named_and_nothing_else(
    status: AgencyStatus, client: ClientSession, database_url: str
) -> None:
    status.database = Database("postgresql+asyncpg://olga:Never-to-be-Printed@127.0.0.1:1/name")
    async with client.get("/ready") as answer:
        text = await answer.text()
        assert answer.status == 503
    await status.database.close()

    assert "Printed" not in text
    assert "database" in text
    status.parts = frozenset({"scheduler"})
    counters.mark("ticking")
    status.database = Database(database_url)
    async with client.get("/ready") as answer:
        assert answer.status == 200
    await status.database.close()


async def test_tables_of_yesterday_are_not_enough(
    status: AgencyStatus, client: ClientSession, databases: Databases
) -> None:
    from storage.migrations import revisions, upgrade

    url = await databases.empty()
    status.database, status.parts = Database(url), frozenset()
    await status.database._way.shape(lambda connection: upgrade(connection, revisions()[-2]))
    async with client.get("/ready") as answer:
        assert (await answer.json())["missing"] == {
            "schema": f"{revisions()[-2]}, but {revisions()[-1]} is needed"
        }
    await status.database.migrate()
    async with client.get("/ready") as answer:
        assert answer.status == 200
    await status.database.close()
    await databases.drop(url)


async def test_the_figures_of_a_working_day(
    status: AgencyStatus, client: ClientSession, world: World
) -> None:
    status.database, status.clock = world.database, world.sandbox.clock.now
    olga = await world.colleague("Olga", Role.OWNER)
    anna = await world.person("Anna")
    await anna.says("/start")
    await olga.says("/start")
    await world.settle()
    figures = await read(client, "/metrics")

    assert figures["tourdesk_updates_received_total['message']"] >= 3
    assert figures["tourdesk_updates_ended_total['done']"] >= 3
    assert figures["tourdesk_telegram_calls_total['ok', 'sendMessage']"] >= 3
    assert figures["tourdesk_telegram_call_seconds_count['sendMessage']"] >= 3
    assert figures["tourdesk_database_seconds_count['run']"] >= 3
    assert figures["tourdesk_database_statements_total[]"] >= 10
    assert figures["tourdesk_timetable_seconds_count['deliver notices']"] >= 1
    assert figures["tourdesk_inbox_waiting[]"] == figures["tourdesk_inbox_oldest_seconds[]"] == 0
    assert figures["tourdesk_disk_free_bytes[]"] == 5_000_000_000
    assert figures["tourdesk_database_up[]"] == 1
    assert figures["process_resident_memory_bytes[]"] > 10_000_000
    labels = str(list(figures))
    assert "Anna" not in labels
    assert str(anna.id) not in labels


async def test_what_waits_and_since_when(
    status: AgencyStatus, client: ClientSession, database: Database
) -> None:
    now = datetime(2027, 3, 1, 12, tzinfo=UTC)
    status.database, status.clock = database, lambda: now
    for number, ago in ((1, 70), (2, 10), (3, 5)):
        came, lane = now - timedelta(seconds=ago), number % 2
        await database.run(lambda unit: InboxRows(unit.session).store([(number, lane, "{}")], came))  # noqa: B023
    figures = await read(client, "/metrics")

    assert figures["tourdesk_inbox_waiting[]"] == 3
    assert figures["tourdesk_inbox_oldest_seconds[]"] == 70
    assert figures["tourdesk_post_waiting[]"] == 0


async def test_without_a_database_the_other_figures_are_there(
    status: AgencyStatus, client: ClientSession
) -> None:
    figures = await read(client, "/metrics")

    assert figures["tourdesk_database_up[]"] == 0
    assert "tourdesk_inbox_waiting[]" not in figures
    assert figures["tourdesk_disk_size_bytes[]"] == 20_000_000_000
