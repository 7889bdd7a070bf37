"""The trace: one id from an update, or a tick of the scheduler, to the log lines and the notices it made."""

from contextvars import ContextVar

TRACE: ContextVar[str | None] = ContextVar("trace", default=None)
"""`u<update_id>` of an update, `t<number>` of a tick; never anybody's name."""
