"""A fresh database of either kind, for as long as a benchmark needs it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bench.prepare import database_in
from storage import Database
from tests.postgres_server import PostgresServer

KINDS = ("SQLite", "PostgreSQL")


@asynccontextmanager
async def opened(kind: str, folder: str) -> AsyncIterator[Database]:
    """With all tables. PostgreSQL's server is our own, and ends with it; it does not wait for the disk."""
    server = PostgresServer() if kind == "PostgreSQL" else None
    try:
        database = database_in(folder) if server is None else Database(server.url("postgres"))
        await database.migrate()
        yield database
        await database.close()
    finally:
        if server is not None:
            server.stop()
