"""A fresh database of either kind, for as long as a benchmark needs it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from bench.prepare import sqlite_in
from storage import Database
from tests.postgres_server import PostgresServer

KINDS = ("SQLite", "PostgreSQL")


@contextmanager
def address(kind: str, folder: str) -> Iterator[str]:
    """Its URL. PostgreSQL's server is our own, and ends with it; it does not wait for the disk."""
    if kind == "SQLite":
        yield sqlite_in(folder)
        return
    server = PostgresServer()
    try:
        yield server.url("postgres")
    finally:
        server.stop()


@asynccontextmanager
async def opened(kind: str, folder: str) -> AsyncIterator[Database]:
    """With all tables."""
    with address(kind, folder) as url:
        database = Database(url)
        await database.migrate()
        yield database
        await database.close()
