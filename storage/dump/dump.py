"""A dump: every table as lines that are the same from SQLite and from PostgreSQL, so that copies can be compared.

A line is the JSON array of one row, columns by name in alphabetical order, rows in the order of the primary key.
The shape is read from the database itself: an older program dumps a newer database whole.
"""

import hashlib
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

import orjson
from sqlalchemy import Connection, Executable, inspect, make_url, text, types

ROWS_AT_ONCE = 2000
"""Rows held in memory at the same time."""

_NOT_DATA = {"alembic_version"}
_LIVED = {"persons", "clients", "trips", "inquiries", "deals"}


class Kind(StrEnum):
    """What a column holds, and so how it is written: moments in UTC with microseconds, flags as 0 and 1."""

    NUMBER = "number"
    REAL = "real"
    FLAG = "flag"
    WORDS = "words"
    JSON = "json"
    MOMENT = "moment"
    DAY = "day"
    BYTES = "bytes"


_KINDS: tuple[tuple[type[types.TypeEngine[Any]], Kind], ...] = (
    (types.Boolean, Kind.FLAG),
    (types.Integer, Kind.NUMBER),
    (types.Float, Kind.REAL),
    (types.DateTime, Kind.MOMENT),
    (types.Date, Kind.DAY),
    (types.JSON, Kind.JSON),
    (types.LargeBinary, Kind.BYTES),
    (types.String, Kind.WORDS),
)


@dataclass(frozen=True)
class Shape:
    """One table: its columns in the order of a line, what they hold, and the key that orders the rows."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[Kind, ...]
    key: tuple[str, ...]

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "Shape":
        """As `dataclasses.asdict` wrote it."""
        kinds = tuple(Kind(kind) for kind in kept["kinds"])
        return cls(kept["name"], tuple(kept["columns"]), kinds, tuple(kept["key"]))


@dataclass
class Digest:
    """How many rows a table has, and the SHA-256 of all its lines."""

    rows: int = 0
    _hash: Any = field(default_factory=hashlib.sha256, repr=False)

    def add(self, lines: bytes) -> None:
        self.rows += lines.count(b"\n")
        self._hash.update(lines)

    @property
    def sha256(self) -> str:
        return str(self._hash.hexdigest())


class UnfitTextError(Exception):
    """Texts that cannot be kept everywhere (NUL, lone surrogates): the message names tables and rows, not words."""


class Source(Protocol):
    """One steady view of a database."""

    schema: str
    shapes: tuple[Shape, ...]
    counters: dict[str, int]
    """The last number given in tables where a number must never come back."""

    def lines(self, shape: Shape) -> AsyncIterator[bytes]:
        """The rows of a table, many whole lines at a time. Raises UnfitTextError."""


class Target(Protocol):
    """An empty database that is filled: all of it appears when the context ends well, or nothing."""

    async def build(self, schema: str) -> None:
        """Makes the tables as they were in that revision, without rows."""

    async def add(self, shape: Shape, lines: bytes) -> None:
        """Raises UnfitTextError."""

    async def finish(self, counters: dict[str, int]) -> None:
        """Indexes, references and counters; raises ValueError when a reference leads nowhere."""

    def source(self) -> AbstractAsyncContextManager[Source]:
        """What was loaded, to be read again."""

    async def renew(self) -> None:
        """Brings the tables to the newest shape."""

    async def change(self, statement: Executable) -> int:
        """How many rows it touched."""


def opened(url: str) -> AbstractAsyncContextManager[Source]:
    """A database to be dumped, while others work with it."""
    if _is_sqlite(url):
        from storage.dump.sqlite import sqlite_source

        return sqlite_source(url)
    from storage.dump.postgres import postgres_source

    return postgres_source(url)


def loading(url: str) -> AbstractAsyncContextManager[Target]:
    """A database to be filled. On SQLite it must not exist yet."""
    if _is_sqlite(url):
        from storage.dump.sqlite import sqlite_target

        return sqlite_target(url)
    from storage.dump.postgres import postgres_target

    return postgres_target(url)


async def is_empty(url: str) -> bool:
    """Whether nobody ever was here; a program that was only started leaves rows of its own alone."""
    if _is_sqlite(url) and not Path(make_url(url).database or "").exists():  # noqa: ASYNC240
        return True
    async with opened(url) as source:
        for shape in source.shapes:
            if shape.name in _LIVED:
                async for _ in source.lines(shape):
                    return False
    return True


async def digests(source: Source) -> dict[str, Digest]:
    """Of every table, read once more."""
    found = {shape.name: Digest() for shape in source.shapes}
    for shape in source.shapes:
        async for lines in source.lines(shape):
            found[shape.name].add(lines)
    return found


def written(rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows as lines."""
    return b"".join(orjson.dumps(tuple(row), option=orjson.OPT_APPEND_NEWLINE) for row in rows)


def read(lines: bytes) -> list[list[Any]]:
    """Lines as rows: read as one array, which is quicker than line by line."""
    parsed: list[list[Any]] = orjson.loads(b"[" + lines.rstrip(b"\n").replace(b"\n", b",") + b"]")
    return parsed


def shapes_of(connection: Connection) -> tuple[Shape, ...]:
    """All tables with data. Raises TypeError for a column of a type that no line knows yet."""
    seen = inspect(connection)
    return tuple(_shape(seen, name) for name in sorted(seen.get_table_names()) if name not in _NOT_DATA)


def schema_of(connection: Connection) -> str:
    """The revision this database is at; "" for one without tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _shape(seen: Any, name: str) -> Shape:
    columns = sorted(seen.get_columns(name), key=lambda column: column["name"])
    key = seen.get_pk_constraint(name)["constrained_columns"]
    kinds = tuple(_kind(name, column) for column in columns)
    return Shape(name, tuple(column["name"] for column in columns), kinds, tuple(key))


def _kind(table: str, column: Any) -> Kind:
    for known, kind in _KINDS:
        if isinstance(column["type"], known):
            return kind
    raise TypeError(f"{table}.{column['name']}: a dump has no way to write {column['type']!r}")


def _is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"
