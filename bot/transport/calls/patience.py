"""Waiting for Telegram: which of its failures pass, and how long it asks to be left alone."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from ops.retrying import retried

T = TypeVar("T")


def passes(error: BaseException) -> bool:
    """A limit, a hiccup of Telegram's, a broken line."""
    return isinstance(
        error, TelegramRetryAfter | TelegramNetworkError | TelegramServerError | ClientDecodeError
    )


def asked_wait(error: BaseException) -> float | None:
    """Seconds, when it is a limit."""
    return error.retry_after if isinstance(error, TelegramRetryAfter) else None


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Until Telegram answers: that it is away just now is no reason not to start."""
    return await retried(call, passes, asked=asked_wait, away="telegram is away")
