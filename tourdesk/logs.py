"""Logs: one line an event, without texts, names, numbers of people or tokens; JSON where nobody watches.

Every line of one update's way carries its trace, from its arrival to the delivery of the notices it made.
"""

import logging
import sys
from contextlib import suppress
from typing import Any, TextIO, cast

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from ops.trace import TRACE
from tourdesk.scrubbing import without_secrets

# Their addresses carry the token, and the databases' lines what is written into them.
_CHATTY = ("httpx", "httpcore", "aiogram", "apscheduler", "telegram", "aiosqlite", "sqlalchemy")


def write_logs(*, readable: bool, out: TextIO | None = None) -> None:
    """Sets logging up, to standard error or `out`; `readable` for people, JSON otherwise."""
    to = out or sys.stderr
    # Tracebacks without local variables: those hold what people said.
    plain = structlog.dev.ConsoleRenderer(
        colors=to.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    renderer: Processor = plain if readable else structlog.processors.JSONRenderer(serializer=_json)
    _libraries(renderer, to)
    structlog.configure(
        processors=[*_ALIKE, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Forgiving(to))),
        cache_logger_on_first_use=not readable,
    )


class _Forgiving:
    """A line that cannot be written, for want of space or of a reader, is lost; the work it tells of goes on."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._out.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._out.flush()


def _libraries(renderer: Processor, to: TextIO) -> None:
    """What libraries have to say, in the same lines."""
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_logger_name, *_ALIKE],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )
    out = logging.StreamHandler(to)
    out.setFormatter(formatter)
    logging.basicConfig(level=logging.WARNING, handlers=[out], force=True)
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(logging.ERROR)


def _with_trace(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """What this is part of: the update, or the look at the timetable."""
    trace = TRACE.get()
    if trace is not None:
        line["trace"] = trace
    return line


def _json(line: Any, **_how: Any) -> str:
    return orjson.dumps(line, default=repr).decode()


_ALIKE: list[Processor] = [
    _with_trace,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    without_secrets,
]
