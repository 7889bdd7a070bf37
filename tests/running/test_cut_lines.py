"""Who starts while lines to the database are cut is patient; who cannot be let in ends at once and says why."""

import asyncio
import os
from pathlib import Path

import pytest
from pydantic import SecretStr

from sandbox import Sandbox
from storage import Database, database
from storage.engine import engines
from tests.databases import Databases, PostgresDatabases
from tests.running.cut_line import CutLine
from tests.running.program import Program
from tests.running.turned_away import TurnedAway
from tourdesk.agency import BOTH, running
from tourdesk.settings import Settings
from tourdesk.wall_clock import real_time

EVERY = 1 if os.environ.get("TOURDESK_LONG") else 3
"""Each so many words of a start one is cut off; three parts begin at different words, and so leave none out."""

AT_ONCE = 8
ONE_AT_A_TIME = asyncio.Lock()
"""Databases are made and dropped over one connection."""

BOT, SCHEDULER = frozenset({"bot"}), frozenset({"scheduler"})


@pytest.fixture
def databases(postgresql_databases: Databases) -> Databases:
    """Where there is a line to be cut."""
    return postgresql_databases


@pytest.mark.parametrize(
    ("first", "parts"), [(1, SCHEDULER), (2, BOT), (3, BOTH)], ids=["scheduler", "bot", "both"]
)
async def test_who_starts_while_lines_are_cut_comes_up(
    first: int,
    parts: frozenset[str],
    sandbox: Sandbox,
    postgresql_databases: PostgresDatabases,
    tmp_path: Path,
) -> None:
    """Wherever in the start that is, and although the next line is refused, too."""
    whole, _ = await started(sandbox, postgresql_databases, tmp_path / "whole", parts)
    assert whole > 20, "a start looks at the schema, the key, the stages and the time"
    few = asyncio.Semaphore(AT_ONCE)

    async def cut(after: int) -> int:
        async with few:
            _, cuts = await started(sandbox, postgresql_databases, tmp_path / str(after), parts, after)
            return cuts

    cuts = await asyncio.gather(*(cut(after) for after in range(first, whole + 1, EVERY)))
    assert cuts.count(1) >= len(cuts) - 2, "at the end what was said last time is not always said"


async def test_a_line_on_which_nothing_is_heard_is_given_up_for_another(
    sandbox: Sandbox,
    postgresql_databases: PostgresDatabases,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Wherever in the start it falls silent, once there is a line at all: until then the driver counts the seconds."""
    monkeypatch.setattr(database, "LONGEST_TRY", 3.0)
    monkeypatch.setattr(engines, "FAREWELL", 1.0)
    at_server = engines._SHARED["connect_args"]["server_settings"]
    monkeypatch.setitem(at_server, "idle_in_transaction_session_timeout", "1s")
    whole, _ = await started(sandbox, postgresql_databases, tmp_path / "whole", SCHEDULER)

    async def stalled(after: int) -> int:
        folder = tmp_path / str(after)
        _, cuts = await started(sandbox, postgresql_databases, folder, SCHEDULER, after, stalls=True)
        return cuts

    cuts = await asyncio.gather(*(stalled(after) for after in range(5, whole, EVERY * 3)))
    assert cuts.count(1) >= len(cuts) - 1


async def test_lines_that_are_cut_while_tables_are_made(
    sandbox: Sandbox, postgresql_databases: PostgresDatabases, tmp_path: Path
) -> None:
    """A first start: all of a migration or nothing, and then all."""
    whole, _ = await started(sandbox, postgresql_databases, tmp_path / "whole", SCHEDULER, empty=True)
    for after in range(10, whole, max(1, whole * EVERY // 15)):
        folder = tmp_path / str(after)
        _, cuts = await started(sandbox, postgresql_databases, folder, SCHEDULER, after, empty=True)
        assert cuts == 1, after


async def started(
    sandbox: Sandbox,
    databases: PostgresDatabases,
    folder: Path,
    parts: frozenset[str],
    cut_after: int | None = None,
    *,
    empty: bool = False,
    stalls: bool = False,
) -> tuple[int, int]:
    """Comes up and stops: how many words it said on the way to the database, and how often it was cut off."""
    async with ONE_AT_A_TIME:
        url = await (databases.empty() if empty else databases.migrated())
    async with CutLine(url, cut_after, refuses=0 if stalls else 1, stalls=stalls) as line:
        settings = Settings(
            token=SecretStr(sandbox.token), api_url=sandbox.api_url, data=folder, database=line.url
        )
        async with asyncio.timeout(60), running(settings, real_time, parts) as at_work:
            await at_work.database.reached(at_work.owner_link)
            spoken, cuts = line.spoken, line.cuts
    async with ONE_AT_A_TIME:
        await databases.drop(url)
    return spoken, cuts


async def test_a_database_that_is_away_is_waited_for_and_one_can_be_stopped_meanwhile(
    sandbox: Sandbox, database_url: str, tmp_path: Path
) -> None:
    async with CutLine(database_url, cut_after=1, refuses=1_000_000) as line:
        settings = {"token": sandbox.token, "api_url": sandbox.api_url, "database": line.url}
        words = ("run", "--only", "scheduler")
        with Program(tmp_path, *words, **settings) as hopeless:
            await hopeless.says("database is away")
            assert await hopeless.stop() == 0
        with Program(tmp_path, *words, **settings) as patient:
            await patient.says("database is away")
            line.whole()
            await patient.says("Tourdesk is running.")
            assert await patient.stop() == 0
            assert "Traceback" not in patient.output


async def test_who_runs_is_stopped_in_peace_although_the_database_is_away(
    sandbox: Sandbox, database_url: str, tmp_path: Path
) -> None:
    async with CutLine(database_url) as line:
        settings = {"token": sandbox.token, "api_url": sandbox.api_url, "database": line.url}
        with Program(tmp_path, "run", **settings) as program:
            await program.says("Tourdesk is running.")
            line.cut()
            await program.says("ConnectionResetError")
            assert await program.stop() == 0


async def test_a_line_that_says_nothing_any_more_holds_up_no_end(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "FAREWELL", 0.1)
    async with CutLine(database_url) as line:
        opened = Database(line.url)
        assert await opened.is_up_to_date()
        line.fall_silent()
        async with asyncio.timeout(20):
            await opened.close()
        assert line.cuts == 1, "it did say goodbye"


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("28P01", "InvalidPasswordError"),
        ("28000", "InvalidAuthorizationSpecificationError"),
        ("3D000", "InvalidCatalogNameError"),
    ],
)
async def test_who_is_not_let_in_ends_at_once_with_one_line(state: str, why: str, tmp_path: Path) -> None:
    async with TurnedAway(state) as server:
        url = f"postgresql+asyncpg://olga:Printed@127.0.0.1:{server.port}/name"
        with Program(tmp_path, "run", token="4711:nobody", database=url) as program:
            assert await program.ends() == 2
    assert program.output.splitlines() == [f"TOURDESK_DATABASE: the database cannot be opened ({why})"]


@pytest.mark.parametrize("state", ["57P03", "53300"], ids=["is starting up", "has no connection left"])
async def test_a_server_that_takes_nobody_just_now_is_waited_for(state: str, tmp_path: Path) -> None:
    async with TurnedAway(state) as server:
        url = f"postgresql+asyncpg://olga:Printed@127.0.0.1:{server.port}/name"
        with Program(tmp_path, "run", token="4711:nobody", database=url) as program:
            await program.says("database is away")
            assert await program.stop() == 0
    assert "Printed" not in program.output


async def test_a_single_command_does_not_wait_for_ever(tmp_path: Path) -> None:
    """Somebody sits before it; and a restart of the server takes less."""
    url = "postgresql+asyncpg://olga:Printed@127.0.0.1:1/name"
    with Program(tmp_path, "owner-link", token="4711:nobody", database=url) as program:
        assert await program.ends() == 2
    last = program.output.splitlines()[-1]
    assert last == "TOURDESK_DATABASE: the database cannot be opened (ConnectionRefusedError)"
    assert "Printed" not in program.output
