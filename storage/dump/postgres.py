"""Dumping and filling a PostgreSQL database, through asyncpg: cursors out, COPY in, one transaction each."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any

from asyncpg.exceptions import ForeignKeyViolationError
from sqlalchemy import Connection, Executable, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.dump.dump import (
    ROWS_AT_ONCE,
    Kind,
    Shape,
    Source,
    Target,
    UnfitTextError,
    read,
    schema_of,
    shapes_of,
    written,
)
from storage.migrations import downgrade, upgrade

_WRITTEN = {
    Kind.MOMENT: "to_char({}, 'YYYY-MM-DD HH24:MI:SS.US')",
    Kind.DAY: "to_char({}, 'YYYY-MM-DD')",
    Kind.FLAG: "{}::int",
    Kind.JSON: "{}::text",
    Kind.BYTES: "encode({}, 'hex')",
}
_MOST_NAMED = 20


@asynccontextmanager
async def postgres_source(url: str) -> AsyncIterator[Source]:
    """Reads within one REPEATABLE READ transaction: those who write go on beside it."""
    engine = create_async_engine(url, hide_parameters=True)
    steady = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    try:
        async with steady.connect() as connection:
            yield await _source(connection)
    finally:
        await engine.dispose()


@asynccontextmanager
async def postgres_target(url: str) -> AsyncIterator[Target]:
    """All in one transaction: whoever looks sees an empty database until it is whole."""
    engine = create_async_engine(url, hide_parameters=True)
    try:
        async with engine.begin() as connection:
            yield await _target(connection)
    finally:
        await engine.dispose()


async def _source(connection: AsyncConnection) -> "PostgresSource":
    await connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
    schema = await connection.run_sync(schema_of)
    shapes = await connection.run_sync(shapes_of)
    return PostgresSource(await _plain(connection), schema, shapes, await connection.run_sync(_counters))


async def _target(connection: AsyncConnection) -> "PostgresTarget":
    await connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
    return PostgresTarget(connection, await _plain(connection))


async def _plain(connection: AsyncConnection) -> Any:
    return (await connection.get_raw_connection()).driver_connection


class PostgresSource:
    """Good until the transaction ends."""

    def __init__(self, plain: Any, schema: str, shapes: tuple[Shape, ...], counters: dict[str, int]) -> None:
        self._plain = plain
        self.schema = schema
        self.shapes = shapes
        self.counters = counters

    async def lines(self, shape: Shape) -> AsyncIterator[bytes]:
        # Closed at the end: a table that a cursor is open on cannot be changed in the same transaction.
        cursor = _quoted(f"lines of {shape.name}")  # asyncpg remembers what a statement's rows look like
        await self._plain.execute(f"DECLARE {cursor} NO SCROLL CURSOR FOR {_select(shape)}")
        while some := await self._plain.fetch(f"FETCH {ROWS_AT_ONCE} FROM {cursor}"):
            yield written(some)
        await self._plain.execute(f"CLOSE {cursor}")


class PostgresTarget:
    """Filled without indexes and references, which are made at the end."""

    def __init__(self, connection: AsyncConnection, plain: Any) -> None:
        self._connection = connection
        self._plain = plain
        self._making: list[str] = []
        self._instants: set[tuple[str, str]] = set()

    async def build(self, schema: str) -> None:
        if await self._connection.run_sync(schema_of):
            await self._connection.run_sync(downgrade)
        await self._connection.run_sync(upgrade, schema)
        for shape in await self._connection.run_sync(
            shapes_of
        ):  # what a migration put there is in the dump too
            await self._plain.execute(f"TRUNCATE {_quoted(shape.name)} CASCADE")
        for take_away, make_again in await self._plain.fetch(_REFERENCES_AND_INDEXES):
            await self._plain.execute(take_away)
            self._making.append(make_again)
        self._instants = {(table, column) for table, column in await self._plain.fetch(_INSTANTS)}

    async def add(self, shape: Shape, lines: bytes) -> None:
        rows = read(lines)
        if b"\\u0000" in lines:
            _refuse_nul(shape, rows)
        for place, (name, kind) in enumerate(zip(shape.columns, shape.kinds, strict=True)):
            if reading := _instant if (shape.name, name) in self._instants else _READ.get(kind):
                for row in rows:
                    if row[place] is not None:
                        row[place] = reading(row[place])
        await self._plain.copy_records_to_table(shape.name, records=rows, columns=shape.columns)

    async def finish(self, counters: dict[str, int]) -> None:
        for making in reversed(self._making):
            await self._make(making)
        for table, sequence in await self._plain.fetch(_SEQUENCES):
            last = await self._plain.fetchval(f"SELECT max(id) FROM {_quoted(table)}")  # noqa: S608
            counted = max(last or 0, counters.get(table, 0))
            await self._plain.execute(
                "SELECT setval($1::text::regclass, $2, $3)", sequence, counted or 1, counted > 0
            )

    async def _make(self, statement: str) -> None:
        try:
            await self._plain.execute(statement)
        except ForeignKeyViolationError as error:  # its own words show the row
            raise ValueError(f"references lead nowhere in {error.table_name}") from None

    @asynccontextmanager
    async def source(self) -> AsyncIterator[Source]:
        yield await _source(self._connection)

    async def renew(self) -> None:
        await self._connection.run_sync(upgrade)

    async def change(self, statement: Executable) -> int:
        return (await self._connection.execute(statement)).rowcount


_REFERENCES_AND_INDEXES = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
UNION ALL
SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE relnamespace = current_schema()::regnamespace
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
# From the catalogue alone: a function of names would be asked about tables without numbers too.
_SEQUENCES = """
SELECT counted.relname, sequence.oid::regclass::text
FROM pg_class sequence
JOIN pg_depend ON objid = sequence.oid AND classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass
JOIN pg_class counted ON counted.oid = refobjid
JOIN pg_attribute ON attrelid = counted.oid AND attnum = refobjsubid
WHERE sequence.relkind = 'S' AND deptype IN ('a', 'i') AND attname = 'id'
  AND counted.relnamespace = current_schema()::regnamespace
"""
_INSTANTS = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = current_schema() AND data_type = 'timestamp with time zone'
"""


def _instant(moment: str) -> datetime:
    return datetime.fromisoformat(f"{moment}+00:00")


_READ: dict[Kind, Callable[[Any], Any]] = {
    Kind.MOMENT: datetime.fromisoformat,
    Kind.DAY: date.fromisoformat,
    Kind.FLAG: bool,
    Kind.BYTES: bytes.fromhex,
}


def _counters(connection: Connection) -> dict[str, int]:
    found = {}
    for table, sequence in connection.execute(text(_SEQUENCES)).all():
        last, called = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608
        if called:
            found[table] = last
    return found


def _select(shape: Shape) -> str:
    columns = (
        _WRITTEN.get(kind, "{}").format(_quoted(name))
        for name, kind in zip(shape.columns, shape.kinds, strict=True)
    )
    order = ", ".join(map(_quoted, shape.key))
    return f"SELECT {', '.join(columns)} FROM {_quoted(shape.name)} ORDER BY {order}"  # noqa: S608


def _refuse_nul(shape: Shape, rows: list[list[Any]]) -> None:
    """Raises UnfitTextError when one of them has a NUL; "\\\\u0000" as somebody wrote it is harmless."""
    places = [shape.columns.index(name) for name in shape.key]
    found = [
        "/".join(str(row[place]) for place in places)
        for row in rows
        if any(isinstance(value, str) and "\0" in value for value in row)
    ]
    if found:
        raise UnfitTextError(f"{shape.name}: {', '.join(found[:_MOST_NAMED])}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
