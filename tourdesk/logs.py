"""Logs: one line an event, without texts, names, numbers of people or tokens; JSON where nobody watches."""

import logging
import sys

import structlog


def write_logs(*, readable: bool) -> None:
    """Sets logging up; `readable` for a terminal, JSON otherwise."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    # Their addresses carry the token.
    for chatty in ("httpx", "httpcore", "aiogram", "apscheduler", "telegram"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    # Tracebacks without local variables: those hold what people said.
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    renderer = plain if readable else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
