"""Watches everything that is logged while the tests run: nobody's name, words, numbers or secrets may be in it.

What must not be logged is planted as it comes up (tokens that are made, links that are sealed, whatever the people of
the stories say, and who they are); after each test the lines it caused are searched, and a find fails that test. What
is searched is what the product would write: with its own processors, but from DEBUG upwards.
"""

import logging
import re
import secrets
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import structlog

from domain.ports.agency import Agency
from storage.crypto.sealing import Keys

SHORTEST = 8
"""Words shorter than that are in any log: "2", "Sofia"."""

_LOOKS_SECRET = {
    "a bot token": re.compile(r"\d{2,}(?::|%3A)[\w-]{16,}"),
    "a password in an address": re.compile(r"://(?!user:password@)[^\s/@:]*:[^\s/@]+@"),
    "a deep link": re.compile(r"start=[st]_[\w-]+"),
    "a phone number": re.compile(r"\+[1-9]\d{8,14}"),
}
_OTHERS = ("asyncio", "botocore", "boto3", "urllib3", "moto", "werkzeug", "faker", "PIL", "s3transfer")
"""The tests' own libraries, and asyncio's debugging."""


@dataclass
class LogWatch:
    """The lines of one test, and what must not be in them."""

    planted: dict[str, str] = field(default_factory=dict)
    lines: list[tuple[str, str]] = field(default_factory=list)

    def plant(self, secret: str | None, what: str) -> None:
        if secret and len(secret) >= 3:
            self.planted[secret] = what

    def plant_words(self, text: str) -> None:
        """What somebody says; commands are everybody's."""
        if len(text) >= SHORTEST and not text.startswith("/"):
            self.plant(text, "what somebody said")

    def heard(self, where: str, text: str) -> None:
        self.lines.append((where, text))

    def finds(self) -> Iterator[str]:
        """Where something was found, and what; the secret itself only as far as it is known to the test anyway."""
        whole = "\n".join(text for _where, text in self.lines)
        suspicious = [secret for secret in self.planted if secret in whole]
        for where, text in self.lines:
            for secret in suspicious:
                if re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", text):
                    yield f"{where} logged {self.planted[secret]}: {text[:300]!r}"
            for what, looks in _LOOKS_SECRET.items():
                if looks.search(text):
                    yield f"{where} logged {what}: {text[:300]!r}"

    def forget(self) -> None:
        self.planted.clear()
        self.lines.clear()


WATCH = LogWatch()
_PRINTING = (
    "msg",
    "log",
    "debug",
    "info",
    "warn",
    "warning",
    "failure",
    "fatal",
    "err",
    "error",
    "critical",
    "exception",
)


@cache
def listen() -> None:
    """From before the product sets its logs up."""
    _hear_structlog()
    _hear_logging()
    secrets.token_urlsafe = _planting(secrets.token_urlsafe, "a token")
    Agency.seal = _planting(Agency.seal, "a sealed link")  # type: ignore[method-assign]
    Keys.seal = _planting_first(Keys.seal, "what is kept sealed")  # type: ignore[method-assign]


def _planting(make: Callable[..., str], what: str) -> Callable[..., str]:
    def made(*how: Any) -> str:
        secret = make(*how)
        WATCH.plant(secret, what)
        return secret

    return made


def _planting_first(seal: Callable[..., str], what: str) -> Callable[..., str]:
    def sealing(self: Keys, text: str, place: str) -> str:
        WATCH.plant(text, what)
        return seal(self, text, place)

    return sealing


def _hear_structlog() -> None:
    original = structlog.PrintLogger.msg

    def heard(self: structlog.PrintLogger, message: str) -> None:
        WATCH.heard(_caller(), message)
        original(self, message)

    for name in _PRINTING:
        setattr(structlog.PrintLogger, name, heard)
    limited = structlog.make_filtering_bound_logger
    structlog.make_filtering_bound_logger = lambda min_level: limited(logging.DEBUG)


def _hear_logging() -> None:
    call = logging.Logger.callHandlers

    def heard(self: logging.Logger, record: logging.LogRecord) -> None:
        WATCH.heard(f"{record.name} ({record.filename}:{record.lineno})", _formatter().format(_copy(record)))
        if record.levelno >= logging.WARNING:
            call(self, record)

    logging.Logger.callHandlers = heard  # type: ignore[method-assign]
    for name in _OTHERS:
        logging.getLogger(name).setLevel(logging.WARNING)


def _copy(record: logging.LogRecord) -> logging.LogRecord:
    """Formatters write into a record."""
    return logging.makeLogRecord(record.__dict__)


def _formatter() -> logging.Formatter:
    """The product's, when it has set one up."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, structlog.stdlib.ProcessorFormatter):
            return handler.formatter
    return logging.Formatter()


def _caller() -> str:
    """The first place outside of the logging itself."""
    frame = sys._getframe(2)
    while frame.f_back is not None and "structlog" in frame.f_code.co_filename:
        frame = frame.f_back
    return f"{frame.f_globals.get('__name__', '?')}:{frame.f_lineno}"
