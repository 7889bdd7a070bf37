"""The scheduler's line to Telegram: python-telegram-bot's client, paced."""

import os

# Spans of time come as timedelta: the library's coming default, asked for now.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from scheduler.pace import Pace

Line = ExtBot[int]

AT_ONCE = 16
"""Requests under way at the same time."""


def telegram(token: str, api_url: str | None, pace: Pace) -> Line:
    """A client of Telegram's, or of whoever answers at `api_url`."""
    request = HTTPXRequest(
        connection_pool_size=AT_ONCE * 2,
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
        rate_limiter=pace,
    )
