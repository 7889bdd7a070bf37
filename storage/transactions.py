"""One piece of work in one transaction: kept whole, or not at all."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

T = TypeVar("T")
Step = Callable[[Session], T]


class HoldingSession(Session):
    """Holds on to all that was loaded: what was changed is kept even when nobody else remembers its owner."""


@event.listens_for(HoldingSession, "loaded_as_persistent")
def _hold(session: Session, thing: object) -> None:
    session.info.setdefault("held", []).append(thing)


# PostgreSQL: serialization failure, deadlock, server going down or not yet up.
_PASSING = {"40001", "40P01", "57P01", "57P02", "57P03"}


def kept(session: Session, step: Step[T]) -> T:
    """Runs the step and commits. Runs it once more when its failure was nobody's fault.

    A failed commit is never tried again: it may have been done, and only its answer lost.
    """
    try:
        result = _flushed(session, step)
    except DBAPIError as error:
        session.close()
        if not _worth_another_try(error):
            raise
        result = _flushed(session, step)
    session.commit()
    return result


def seen(session: Session, step: Step[T]) -> T:
    """Runs a step that only looks."""
    try:
        result = step(session)
    except DBAPIError as error:
        session.close()
        if not _worth_another_try(error):
            raise
        result = step(session)
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("work given to read() changed something: it belongs into run()")
    return result


def _flushed(session: Session, step: Step[T]) -> T:
    result = step(session)
    session.flush()
    return result


def _worth_another_try(error: DBAPIError) -> bool:
    """Another transaction was in the way, or the connection had gone stale."""
    if error.connection_invalidated:
        return True
    if getattr(error.orig, "sqlstate", None) in _PASSING:
        return True
    return "database is locked" in str(error.orig)
