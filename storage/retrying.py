"""Which failures of a transaction are nobody's fault and gone at the second try."""

from sqlalchemy.exc import DBAPIError

# PostgreSQL: serialization failure, deadlock, server going down or not yet up.
_PASSING = {"40001", "40P01", "57P01", "57P02", "57P03"}


def worth_another_try(error: DBAPIError) -> bool:
    """Another transaction was in the way, or the connection had gone stale."""
    if error.connection_invalidated:
        return True
    if getattr(error.orig, "sqlstate", None) in _PASSING:
        return True
    return "database is locked" in str(error.orig)
