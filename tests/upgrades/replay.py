"""Plays a recorded conversation of an earlier program with its database again: what does the database answer?"""

import gzip
import json
import sqlite3
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Protocol

import asyncpg
from sqlalchemy import make_url

_MOMENTS: dict[str, Any] = {"datetime": datetime, "date": date, "time": time}


class Line(Protocol):
    """One connection, as the earlier program held several."""

    async def say(self, text: str, given: list[Any]) -> list[tuple[Any, ...]]: ...

    async def end(self, how: str) -> None:
        """COMMIT or ROLLBACK of what was begun with the first word."""

    async def close(self) -> None: ...


async def played(release: str, url: str, most: int | None = None) -> list[Any]:
    """The answers to everything, in order; or to the first so many steps."""
    told = _recorded(release, make_url(url).get_backend_name())
    lines: dict[int, Line] = {}
    answers: list[Any] = []
    try:
        for who, what, *given in told["steps"][:most]:
            line = lines.get(who) or await _open(url)
            lines[who] = line
            if isinstance(what, str):
                await line.end(what)
            else:
                answers.append(await line.say(told["texts"][what], given[0]))
    finally:
        for line in lines.values():
            await line.close()
    return answers


def _recorded(release: str, kind: str) -> Any:
    file = Path(__file__).parent / release / f"{kind}.json.gz"
    return json.loads(gzip.decompress(file.read_bytes()), object_hook=_moment)


def _moment(told: dict[str, Any]) -> Any:
    [(kind, text)] = list(told.items())[:1]
    return _MOMENTS[kind].fromisoformat(text) if kind in _MOMENTS else told


async def _open(url: str) -> Line:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return SqliteLine(parsed.database or "")
    host = parsed.query["host"]
    connection = await asyncpg.connect(host=host, user=parsed.username, database=parsed.database)
    await connection.execute("SET statement_timeout = '20s'")  # whoever waits for a lock now waits for good
    return PostgresLine(connection)


class SqliteLine:
    """Over the driver alone, as the program set it up."""

    def __init__(self, file: str) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None)
        self._connection.execute("PRAGMA foreign_keys = ON")

    async def say(self, text: str, given: list[Any]) -> list[tuple[Any, ...]]:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN")
        return [row for each in _each(given) for row in self._connection.execute(text, each).fetchall()]

    async def end(self, how: str) -> None:
        if self._connection.in_transaction:
            self._connection.execute(how)

    async def close(self) -> None:
        self._connection.close()


class PostgresLine:
    """Likewise."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def say(self, text: str, given: list[Any]) -> list[tuple[Any, ...]]:
        if not self._connection.is_in_transaction():
            await self._connection.execute("BEGIN")
        rows = [row for each in _each(given) for row in await self._connection.fetch(text, *each)]
        return [tuple(row) for row in rows]

    async def end(self, how: str) -> None:
        if self._connection.is_in_transaction():
            await self._connection.execute(how)

    async def close(self) -> None:
        await self._connection.close()


def _each(given: list[Any]) -> list[list[Any]]:
    """One statement with many rows, or with one."""
    return given if given and isinstance(given[0], list) else [given]
