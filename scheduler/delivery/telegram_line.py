"""The scheduler's line to Telegram: python-telegram-bot's client on aiohttp, rate limited and counted.

The library's own transport asks every connection of its pool, for every message, whether it is still there, and looks
for modules that are not: ten times the work of all the rest.
"""

import os
from time import perf_counter
from typing import Any

import orjson
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
    TCPConnector,
)

# Spans of time come as timedelta: the library's coming default, asked for now.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram.error import NetworkError
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from ops import counters
from scheduler.delivery.rate_limiter import RateLimiter

Line = ExtBot[int]

AT_ONCE = 40
"""Connections: one for every message of a round, and some for files."""

CONNECT, READ, WRITE, FREE = 10.0, 20.0, 20.0, 30.0
"""Seconds: until there is a line, between two words on it, for all that is to be sent, and until one is free."""

BROKEN = "the line broke"
"""What is told of a call that may have arrived."""


def telegram(token: str, api_url: str | None, rate_limiter: RateLimiter) -> Line:
    """A client of Telegram's, or of whoever answers at `api_url`."""
    request = Calls()
    host = api_url or "https://api.telegram.org"
    return ExtBot(
        token,
        base_url=f"{host}/bot",
        base_file_url=f"{host}/file/bot",
        request=request,
        get_updates_request=request,  # never asked for
        rate_limiter=rate_limiter,
    )


class Calls(BaseRequest):
    """Every call as JSON, or as a form when a file goes along; counted by its method, and timed."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return READ

    async def initialize(self) -> None:
        if self._session is None:
            self._session = ClientSession(connector=TCPConnector(limit=AT_ONCE))

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **limits: Any
    ) -> tuple[int, bytes]:
        """Raises NetworkError, with what is known of whether it arrived."""
        name = "file" if "/file/bot" in url else url.rpartition("/")[2]
        began, outcome = perf_counter(), "network"
        try:
            status, content = await self._told(url, method, request_data, _within(limits))
            outcome = counters.outcome_of(status)
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise NetworkError(f"no line: {type(error).__name__}") from error
        except (ClientError, TimeoutError) as error:  # their own words may hold the address, and so the token
            raise NetworkError(f"{BROKEN}: {type(error).__name__}") from error
        else:
            return status, content
        finally:
            counters.calls[name, outcome] += 1
            counters.call_seconds.add(name, perf_counter() - began)

    async def _told(
        self, url: str, method: str, given: RequestData | None, within: ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("not initialized")
        how: dict[str, Any] = {"timeout": within, "allow_redirects": False}
        if given is not None and given.contains_files:
            how["data"] = _form(given)
        elif given is not None:
            how |= {"data": orjson.dumps(given.parameters), "headers": {"Content-Type": "application/json"}}
        async with self._session.request(method, url, **how) as answer:
            return answer.status, await answer.read()


def _within(limits: dict[str, Any]) -> ClientTimeout:
    """What the caller wants to wait differently; the library's own default is no number."""

    def wanted(name: str, usual: float) -> float:
        given = limits.get(f"{name}_timeout")
        return float(given) if isinstance(given, int | float) else usual

    connect, read, write = wanted("connect", CONNECT), wanted("read", READ), wanted("write", WRITE)
    return ClientTimeout(
        total=FREE + connect + write + read, connect=FREE, sock_connect=connect, sock_read=read
    )


def _form(given: RequestData) -> FormData:
    form = FormData(given.json_parameters)
    for name, (filename, content, mime) in given.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
