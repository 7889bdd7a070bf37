"""Whose fault an error is: the house's passes, the work's stays."""

import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError, InternalError, OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from ops.transient_errors import is_transient
from storage import Database, SqlUnit
from tests.storage.things import NOON


def of_sqlite(code: int) -> DBAPIError:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    return OperationalError("SELECT 1", None, error)


def of_postgresql(state: str | None, kind: type[DBAPIError] = DBAPIError) -> DBAPIError:
    error = Exception("words")
    if state:
        error.sqlstate = state  # type: ignore[attr-defined]
    return kind("SELECT 1", None, error)


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_FULL),
        of_sqlite(sqlite3.SQLITE_BUSY),
        of_sqlite(sqlite3.SQLITE_IOERR_FSYNC),
        of_postgresql("57P01"),
        of_postgresql("08006"),
        of_postgresql("53300"),
        of_postgresql("40P01"),
        of_postgresql(None, InternalError),
        ConnectionRefusedError(),
        StatementError("the line was cut", "SELECT 1", None, ConnectionResetError()),
        PoolTimeoutError(),
    ],
)
def test_the_house_is_unwell(error: Exception) -> None:
    assert is_transient(error)


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_ERROR),
        of_postgresql("23505"),
        of_postgresql("42703"),
        of_postgresql(None),
        StatementError("no number", "SELECT 1", None, ValueError()),
    ],
)
def test_the_work_is_wrong(error: Exception) -> None:
    assert not is_transient(error)
    assert not is_transient(KeyError("deal"))


async def test_a_number_too_large_is_not_the_houses_fault(database: Database) -> None:
    def work(unit: SqlUnit) -> None:
        unit.inbox.store([(2**70, 1, "{}")], NOON)

    with pytest.raises(Exception) as told:  # noqa: PT011 (each driver has its own)
        await database.run(work)
    assert not is_transient(told.value)
