"""Engines, set up so that both databases keep the same promises: durable, in order, and no lost updates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_BUSY_MS = 10_000
"""How long to wait while another process writes."""


@dataclass(frozen=True)
class Engines:
    """One pool of connections, used in two ways."""

    writing: AsyncEngine
    reading: AsyncEngine
    one_writer: bool


def opened(url: str, count: Callable[[], None]) -> Engines:
    """`count` is called for every statement."""
    engine = create_async_engine(
        url, json_serializer=lambda facts: orjson.dumps(facts).decode(), json_deserializer=orjson.loads
    )
    event.listen(engine.sync_engine, "before_cursor_execute", lambda *_: count())
    if engine.dialect.name == "sqlite":
        return _sqlite(engine)
    steady = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(engine, steady, one_writer=False)


def _sqlite(engine: AsyncEngine) -> Engines:
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    writing = engine.execution_options(begin="BEGIN IMMEDIATE")
    return Engines(writing, engine, one_writer=True)


def _prepare(connection: Any, _record: Any) -> None:
    # The driver must not begin by itself: it begins late, and two writers would both read before they write.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        "synchronous = FULL",
        f"busy_timeout = {_BUSY_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the only writer's place before it reads; a reader gets its view at its first look."""
    cursor = connection.connection.cursor()
    cursor.execute(connection.get_execution_options().get("begin", "BEGIN"))
    cursor.close()
