"""One piece of work in one transaction: kept whole, or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage.session import LeftBehind, Session

T = TypeVar("T")
Step = Callable[[Session], T]

# PostgreSQL: serialization failure, deadlock, server going down or not yet up.
_PASSING = {"40001", "40P01", "57P01", "57P02", "57P03"}


def kept(connection: Connection, step: Step[T]) -> T:
    """Runs the step and commits. Runs it once more when its failure was nobody's fault.

    A failed commit is never tried again: it may have been done, and only its answer lost. Nor is its connection used
    again: its transaction may still be open, and whoever came next would keep it with their own.
    """
    result = _once_or_twice(connection, lambda: _flushed(connection, step))
    try:
        connection.commit()
    except BaseException:
        connection.invalidate()
        raise
    return result


def seen(connection: Connection, step: Step[T]) -> T:
    """Runs a step that only looks."""
    return _once_or_twice(connection, lambda: _looked(connection, step))


def _once_or_twice(connection: Connection, work: Callable[[], T]) -> T:
    try:
        return work()
    except LeftBehind:
        connection.rollback()
        return work()
    except DBAPIError as error:
        connection.rollback()
        if not _worth_another_try(error):
            raise
        return work()


def _flushed(connection: Connection, step: Step[T]) -> T:
    with _session(connection, writes=True) as session:
        result = step(session)
        session.flush()
        return result


def _looked(connection: Connection, step: Step[T]) -> T:
    with _session(connection, writes=False) as session:
        result = step(session)
        if session.changed():
            raise RuntimeError("work given to read() changed something: it belongs into run()")
        return result


@contextmanager
def _session(connection: Connection, *, writes: bool) -> Iterator[Session]:
    """Things outlive it: what was loaded of them can be read, and they can be added to a later one."""
    session = Session(connection, writes=writes)
    try:
        yield session
    finally:
        session.expunge_all()


def _worth_another_try(error: DBAPIError) -> bool:
    """Another transaction was in the way, or the connection had gone stale."""
    if error.connection_invalidated:
        return True
    if getattr(error.orig, "sqlstate", None) in _PASSING:
        return True
    return "database is locked" in str(error.orig)
