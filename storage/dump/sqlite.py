"""Dumping and filling a SQLite database, over the plain driver."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Executable, create_engine, make_url
from sqlalchemy.pool import StaticPool

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
from storage.migrations import upgrade

_WRITTEN = {
    Kind.JSON: "CAST({0} AS TEXT)",
    Kind.BYTES: "lower(hex({0}))",
    # As SQLite itself writes one, it has no microseconds.
    Kind.MOMENT: "CASE length({0}) WHEN 19 THEN {0} || '.000000' ELSE {0} END",
}
_MOST_NAMED = 20


@asynccontextmanager
async def sqlite_source(url: str) -> AsyncIterator[Source]:
    """Reads within one transaction: those who write go on beside it."""
    with _connected(url, "ro") as connection:
        connection.exec_driver_sql("BEGIN")
        yield SqliteSource(connection)


@asynccontextmanager
async def sqlite_target(url: str) -> AsyncIterator[Target]:
    """A new file; it is whole only when this ended well, so it is filled beside its place and moved there."""
    with _connected(url, "rwc") as connection:
        for quick in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -65536"):
            connection.exec_driver_sql(f"PRAGMA {quick}")
        connection.exec_driver_sql("BEGIN")
        yield SqliteTarget(connection)
        connection.exec_driver_sql("COMMIT")


@contextmanager
def _connected(url: str, mode: str) -> Iterator[Connection]:
    """One connection whose transactions are begun and ended here alone."""
    path = quote(str(Path(make_url(url).database or "").absolute()))

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            f"file:{path}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=10
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool, hide_parameters=True)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection
    finally:
        engine.dispose()


class SqliteSource:
    """Good until the transaction ends."""

    def __init__(self, connection: Connection) -> None:
        self.schema = schema_of(connection)
        self.shapes = shapes_of(connection)
        self._plain: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
        self.counters = _counters(self._plain)

    async def lines(self, shape: Shape) -> AsyncIterator[bytes]:
        try:
            rows = self._plain.execute(_select(shape))
            while some := rows.fetchmany(ROWS_AT_ONCE):
                yield written(some)
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
            raise UnfitTextError(self._undecodable(shape)) from None

    def _undecodable(self, shape: Shape) -> str:
        """The rows whose texts are no UTF-8, by their key; the driver's own message would show the text."""
        self._plain.text_factory = bytes
        try:
            found = [
                str(row[0])
                for row in self._plain.execute(f"SELECT {_key(shape)}, * FROM {_quoted(shape.name)}")  # noqa: S608
                if any(isinstance(value, bytes) and _no_text(value) for value in row[1:])
            ]
        finally:
            self._plain.text_factory = str
        return f"{shape.name}: {', '.join(found[:_MOST_NAMED])}"


class SqliteTarget:
    """Filled without indexes, which are made at the end: three times as quick."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._plain: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
        self._indexes: list[str] = []

    async def build(self, schema: str) -> None:
        upgrade(self._connection, schema)
        indexes = self._plain.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, making in indexes:
            self._plain.execute(f"DROP INDEX {_quoted(name)}")
            self._indexes.append(making)
        for shape in shapes_of(self._connection):  # what a migration put there is in the dump too
            self._plain.execute(f"DELETE FROM {_quoted(shape.name)}")  # noqa: S608

    async def add(self, shape: Shape, lines: bytes) -> None:
        rows = read(lines)
        for place in (number for number, kind in enumerate(shape.kinds) if kind is Kind.BYTES):
            for row in rows:
                row[place] = None if row[place] is None else bytes.fromhex(row[place])
        self._plain.executemany(_insert(shape), rows)

    async def finish(self, counters: dict[str, int]) -> None:
        for making in self._indexes:
            self._plain.execute(making)
        counting = set(_counting(self._plain))
        for table, last in counters.items():
            if table in counting:
                self._plain.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
                self._plain.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))
        broken = {row[0] for row in self._plain.execute("PRAGMA foreign_key_check")}
        if broken:
            raise ValueError(f"references lead nowhere in {', '.join(sorted(broken))}")
        [(told,)] = self._plain.execute("PRAGMA integrity_check(1)").fetchall()
        if told != "ok":
            raise ValueError("the database is damaged")

    @asynccontextmanager
    async def source(self) -> AsyncIterator[Source]:
        yield SqliteSource(self._connection)

    async def renew(self) -> None:
        upgrade(self._connection)

    async def change(self, statement: Executable) -> int:
        return self._connection.execute(statement).rowcount


def _counting(plain: sqlite3.Connection) -> list[str]:
    """Tables whose numbers never come back."""
    found = plain.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    )
    return [name for (name,) in found]


def _counters(plain: sqlite3.Connection) -> dict[str, int]:
    if not _counting(plain):
        return {}
    return dict(plain.execute("SELECT name, seq FROM sqlite_sequence").fetchall())


def _select(shape: Shape) -> str:
    columns = (
        _WRITTEN.get(kind, "{}").format(_quoted(name))
        for name, kind in zip(shape.columns, shape.kinds, strict=True)
    )
    return f"SELECT {', '.join(columns)} FROM {_quoted(shape.name)} ORDER BY {_key(shape)}"  # noqa: S608


def _insert(shape: Shape) -> str:
    names = ", ".join(map(_quoted, shape.columns))
    places = ", ".join("?" * len(shape.columns))
    return f"INSERT INTO {_quoted(shape.name)} ({names}) VALUES ({places})"  # noqa: S608


def _key(shape: Shape) -> str:
    return ", ".join(map(_quoted, shape.key))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _no_text(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return True
    return False
