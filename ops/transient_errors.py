"""Tells transient failures (no database, no space) from work that is wrong.

Work that is wrong fails again and is quarantined; a transient failure is waited out.
"""

import sqlite3

from sqlalchemy.exc import DBAPIError, InternalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

_SQLITE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}
_POSTGRESQL = {"08", "40", "53", "57", "58"}
"""Classes of SQLSTATE: connection, rolled back, out of something, told to stop, the system under it."""


def is_transient(error: BaseException) -> bool:
    """Whether the same may well succeed later."""
    if isinstance(error, DBAPIError):
        if error.connection_invalidated:
            return True
        code = getattr(error.orig, "sqlite_errorcode", None)
        if code is not None:
            return code & 0xFF in _SQLITE
        state = getattr(error.orig, "sqlstate", None)
        # Without a state it is the driver that lost its way, on a connection that was cut in the middle.
        return state[:2] in _POSTGRESQL if state else isinstance(error, InternalError)
    if isinstance(error, StatementError) and error.orig is not None:
        return is_transient(error.orig)  # a line that could not be had again, when a statement needed it
    return isinstance(error, OSError | PoolTimeoutError)
