"""Migrations: up, down and up again on both databases, and no difference between them and the tables."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from storage import Database, migrations
from storage import mapping as tables
from storage.engine.columns import spell_out
from storage.migrations import downgrade, upgrade
from tests.databases import Databases, on

HOUSE = Path(__file__).parents[2]


async def test_up_down_up(databases: Databases) -> None:
    url = await databases.empty()
    await on(url, upgrade)
    first = await on(url, _shape)
    await on(url, downgrade)
    between = await on(url, _shape)
    await on(url, upgrade)
    again = await on(url, _shape)
    await databases.drop(url)
    assert set(first) == {*tables.metadata.tables, "alembic_version"}
    assert set(between) == {"alembic_version"}
    assert again == first


async def test_tables_and_migrations_agree(database_url: str) -> None:
    assert await on(database_url, _differences) == []


async def test_migrating_twice_changes_nothing(database: Database, database_url: str) -> None:
    before = await on(database_url, _shape)
    await database.migrate()
    assert await on(database_url, _shape) == before


async def test_alembic_knows_the_same_steps() -> None:
    steps = ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions()
    assert migrations.revisions() == tuple(step.revision for step in reversed(list(steps)))


async def test_alembic_is_not_loaded_when_there_is_nothing_to_do(databases: Databases) -> None:
    url = await databases.migrated()
    code = (
        "import asyncio, sys; from storage import Database; "
        "asyncio.run(Database(sys.argv[1]).migrate()); sys.exit('alembic' in sys.modules)"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, url, cwd=HOUSE)
    assert await process.wait() == 0
    await databases.drop(url)


async def test_every_constraint_has_a_name(database_url: str) -> None:
    for table, (_, _, *constraints) in (await on(database_url, _shape)).items():
        for constraint in constraints:
            assert all(each["name"] for each in constraint), (table, constraint)


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    spell_out(tables.metadata)
    return list(compare_metadata(context, tables.metadata))


def _shape(connection: Connection) -> dict[str, Any]:
    seen = inspect(connection)
    return {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(name)],
            seen.get_pk_constraint(name)["constrained_columns"],
            _by_name(seen.get_indexes(name)),
            _by_name(seen.get_foreign_keys(name)),
            _by_name(seen.get_unique_constraints(name)),
            _by_name(seen.get_check_constraints(name)),
        )
        for name in sorted(seen.get_table_names())
    }


def _by_name(things: Any) -> list[Any]:
    """In plain words: a condition of an index is an object that equals only itself."""
    plain = json.loads(json.dumps(things, default=str))
    return sorted(plain, key=lambda thing: str(thing["name"]))
