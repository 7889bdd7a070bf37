"""Migrations: up, down and up again on both databases, and no difference between them and the tables."""

import ast
import asyncio
import json
import sys
from functools import partial as partial_of
from pathlib import Path
from typing import Any

from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, text

from storage import Database, migrations
from storage import mapping as tables
from storage.engine.columns import UtcDateTime, Words, code, link, number, of_branch, partial, spell_out
from storage.migrations import downgrade, upgrade
from storage.migrations.shape import add_table
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


def test_a_migration_imports_nothing_that_goes_on_changing() -> None:
    """It makes what it made when it was released, whatever has become of the classes and tables since."""
    allowed = {"typing", "alembic", "sqlalchemy", "storage.engine.columns", "storage.migrations.shape"}
    for file in (Path(migrations.__file__).parent / "versions").glob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        named |= {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
        assert named <= allowed, file.name


async def test_every_constraint_has_a_name(database_url: str) -> None:
    written = await on(database_url, _as_written)
    for table, (_, _, *constraints) in (await on(database_url, _shape)).items():
        for constraint in constraints:
            assert all(each["name"] or _named_within(each, table, written) for each in constraint), table


def _named_within(link: dict[str, Any], table: str, written: str) -> bool:
    """SQLAlchemy does not see the name of a reference that SQLite has within the column."""
    [column] = link.get("constrained_columns") or [""]
    return f"{column} INTEGER CONSTRAINT fk_{table}_{column} REFERENCES" in written


def _as_written(connection: Connection) -> str:
    """The tables in the words of SQLite."""
    if connection.dialect.name != "sqlite":
        return ""
    return " ".join(
        connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars()
    )


async def test_a_migration_says_a_table_in_the_words_of_the_mapping(database_url: str) -> None:
    """Types, names of constraints and partial indexes are the same; a table in other words would differ."""
    assert await on(database_url, partial_of(_added, _notions())) == []
    others = [*_notions()[:-1], Column("words", String(9))]
    assert len(await on(database_url, partial_of(_added, others))) > 0


def _notions() -> list[Any]:
    return [
        number(),
        link("person_id", "persons", index=True),
        Column("said_at", UtcDateTime, nullable=False),
        Column("answer", Words),
        Column("key", code(), nullable=False, unique=True),
        of_branch(),
        partial("ix_notions_open", "said_at", where=text("answer IS NULL")),
        Column("words", Words, nullable=False),
    ]


def _added(parts: list[Any], connection: Connection) -> list[Any]:
    """How a table that a migration adds differs from the one in a mapping."""
    catalogue = MetaData(naming_convention=tables.metadata.naming_convention)
    for table in tables.metadata.tables.values():
        table.to_metadata(catalogue)
    Table("notions", catalogue, *_notions())
    spell_out(catalogue)
    opts = {"compare_type": True, "target_metadata": catalogue}
    context = MigrationContext.configure(connection, opts=opts)
    with Operations.context(context):
        add_table("notions", *parts)
        found = [one for one in compare_metadata(context, catalogue) if "notions" in str(one)]
        op.drop_table("notions")
    return found


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
