"""The scheduler's line to Telegram: python-telegram-bot's client, paced and counted."""

import os
from time import perf_counter
from typing import Any

# Spans of time come as timedelta: the library's coming default, asked for now.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from scheduler.pace import Pace
from storage import counters

Line = ExtBot[int]

AT_ONCE = 40
"""Connections: one for every letter of a round, and some for files."""


def telegram(token: str, api_url: str | None, pace: Pace) -> Line:
    """A client of Telegram's, or of whoever answers at `api_url`."""
    request = _Counted(
        connection_pool_size=AT_ONCE,
        connect_timeout=10,
        read_timeout=20,
        write_timeout=20,
        pool_timeout=30,
    )
    host = api_url or "https://api.telegram.org"
    return ExtBot(
        token,
        base_url=f"{host}/bot",
        base_file_url=f"{host}/file/bot",
        request=request,
        get_updates_request=request,  # never asked for: a second one would load all certificates once more
        rate_limiter=pace,
    )


class _Counted(HTTPXRequest):
    """Every call by its method, how it ended, and how long Telegram took."""

    async def do_request(self, url: str, *rest: Any, **more: Any) -> tuple[int, bytes]:
        method = "file" if "/file/bot" in url else url.rpartition("/")[2]
        began, outcome = perf_counter(), "network"
        try:
            status, content = await super().do_request(url, *rest, **more)
            outcome = counters.outcome_of(status)
            return status, content
        finally:
            counters.calls[method, outcome] += 1
            counters.call_seconds.add(method, perf_counter() - began)
