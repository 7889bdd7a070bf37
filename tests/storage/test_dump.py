"""Dumps: the same lines from both databases, and a copy that equals its original."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.dump.dump import UnfitTextError, digests, loading, opened
from tests.databases import KINDS, Databases
from tests.storage.full import ROWS, fill, one_more


@pytest.fixture(params=KINDS)
def targets(request: pytest.FixtureRequest) -> Databases:
    """Where the copy is made: of each kind from each kind."""
    source: Databases = request.getfixturevalue(f"{request.param}_databases")
    return source


async def copy(url: str, to: str, without: str = "") -> None:
    async with opened(url) as source, loading(to) as target:
        await target.build(source.schema)
        for shape in source.shapes:
            async for lines in source.lines(shape):
                if shape.name != without:
                    await target.add(shape, lines)
        await target.finish(source.counters)


async def told(url: str) -> dict[str, tuple[int, str]]:
    async with opened(url) as source:
        return {name: (digest.rows, digest.sha256) for name, digest in (await digests(source)).items()}


async def test_a_copy_equals_its_original_and_goes_on_where_it_was(
    database_url: str, targets: Databases
) -> None:
    """Also in a table whose last rows are gone: the number of a screen never comes back."""
    await fill(database_url)
    await _do(database_url, f"DELETE FROM screens WHERE id = {ROWS}")
    original = await told(database_url)
    async with _copied(database_url, targets) as copied:
        assert await told(copied) == original
        for table in ("screens", "deals"):
            assert await one_more(copied, table, 2) == ROWS + 1
    assert {rows for name, (rows, _) in original.items() if name != "screens"} == {ROWS}


async def test_an_empty_database_can_be_copied_too(database_url: str, sqlite_databases: Databases) -> None:
    async with _copied(database_url, sqlite_databases) as copied:
        assert await told(copied) == await told(database_url)
        assert await one_more(copied, "trips", 1) == 1


async def test_one_letter_more_is_another_digest(database_url: str) -> None:
    await fill(database_url)
    original = await told(database_url)
    await _do(database_url, "UPDATE clients SET name = name || '.' WHERE id = 2")
    changed = await told(database_url)
    assert [name for name in original if original[name] != changed[name]] == ["clients"]


async def test_a_reference_that_leads_nowhere_is_found(
    targets: Databases, sqlite_databases: Databases
) -> None:
    url, to = await sqlite_databases.migrated(), await targets.empty()
    await fill(url)
    with pytest.raises(
        ValueError, match=r"references lead nowhere in .*(interactions|later_messages|offers|services)"
    ):
        await copy(url, to, without="deals")
    await targets.drop(to)
    await sqlite_databases.drop(url)


async def test_a_text_that_postgresql_cannot_keep_is_told_by_its_row(
    sqlite_databases: Databases, postgresql_databases: Databases
) -> None:
    url, to = await sqlite_databases.migrated(), await postgresql_databases.empty()
    await fill(url)
    await _do(url, "UPDATE clients SET name = 'secret' || char(0) || 'name' WHERE id = 2")
    with pytest.raises(UnfitTextError) as nul:
        await copy(url, to)
    await _do(url, "UPDATE clients SET name = CAST(X'736563726574EDA080' AS TEXT) WHERE id = 2")
    with pytest.raises(UnfitTextError) as surrogate:
        await copy(url, to)
    assert str(nul.value) == str(surrogate.value) == "clients: 2"

    await _do(url, "UPDATE clients SET name = 'clean' WHERE id = 2")
    await copy(url, to)
    assert await told(to) == await told(url)
    await sqlite_databases.drop(url)
    await postgresql_databases.drop(to)


@asynccontextmanager
async def _copied(url: str, targets: Databases) -> AsyncIterator[str]:
    to = await targets.empty()
    await copy(url, to)
    yield to
    await targets.drop(to)


async def _do(url: str, *statements: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()
