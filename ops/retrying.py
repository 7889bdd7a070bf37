"""Trying again what may pass: the one loop, tenacity's, for whoever waits for the database or for Telegram."""

from asyncio import sleep
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception
from tenacity.stop import stop_after_attempt, stop_base, stop_before_delay, stop_never
from tenacity.wait import wait_base, wait_chain, wait_exponential, wait_fixed, wait_random

log = structlog.get_logger()
T = TypeVar("T")
Passes = Callable[[BaseException], bool]
"""Whether the same may well succeed later."""

FIRST, LONGEST = 0.2, 10.0
"""Seconds between two tries, as they usually grow."""

TOLD_EVERY = 30.0
"""Seconds between two lines of the log about one that is away."""


def growing(first: float = FIRST, longest: float = LONGEST) -> wait_base:
    """Twice as long each time; and a little by chance, for those who failed together come back together."""
    return wait_exponential(multiplier=first, max=longest) + wait_random(0, first)


def these(*seconds: float) -> wait_base:
    """One after another; the last of them ever after."""
    return wait_chain(*map(wait_fixed, seconds))


def any_failure(error: BaseException) -> bool:
    """For work that is begun again whatever it failed of; only its end is not waited out."""
    return isinstance(error, Exception)


def tries(number: int) -> stop_base:
    """So many, the first among them."""
    return stop_after_attempt(number)


def within(seconds: float | None) -> stop_base:
    """As long as the next try begins by then; without an end for None."""
    return stop_never if seconds is None else stop_before_delay(seconds)


async def retried(
    call: Callable[[], Awaitable[T]],
    passes: Passes,
    waits: wait_base | None = None,
    stop: stop_base = stop_never,
    *,
    asked: Callable[[BaseException], float | None] = lambda _error: None,
    away: str | None = None,
) -> T:
    """What the call gives in the end. Raises at once what does not pass, and when it stops what came last.

    `asked` is for how many seconds whoever failed wants to be left alone; `away` is said of others in the log, now and then.
    The loop is set up only for what has failed: it costs more than all the rest of a call that succeeds.
    """
    try:
        return await call()
    except Exception as error:
        if not passes(error):
            raise
        failed = [error]

    async def attempt() -> T:
        if failed:
            raise failed.pop()
        return await call()

    retrying = AsyncRetrying(
        retry=retry_if_exception(passes),
        wait=_AsAsked(asked, waits or growing()),
        stop=stop,
        before_sleep=None if away is None else _Telling(away, asked),
        sleep=sleep,
        reraise=True,
    )
    return await retrying(attempt)


def name_of(error: BaseException) -> str:
    """Of what is behind it: SQLAlchemy and its drivers wrap one another's errors. Their words may name people or passwords."""
    while isinstance(inner := getattr(error, "orig", None) or error.__cause__, Exception):
        error = inner
    return type(error).__name__


class _AsAsked(wait_base):
    """As long as one was asked to wait, else as usual."""

    def __init__(self, asked: Callable[[BaseException], float | None], usual: wait_base) -> None:
        self._asked = asked
        self._usual = usual

    def __call__(self, retry_state: RetryCallState) -> float:
        wanted = self._asked(_failure(retry_state))
        return self._usual(retry_state) if wanted is None else wanted


class _Telling:
    """Says it the first time, and then once in a while."""

    def __init__(self, away: str, asked: Callable[[BaseException], float | None]) -> None:
        self._away = away
        self._asked = asked
        self._told: float | None = None

    def __call__(self, retry_state: RetryCallState) -> None:
        error, since = _failure(retry_state), retry_state.seconds_since_start or 0.0
        if self._asked(error) is not None or (self._told is not None and since < self._told + TOLD_EVERY):
            return
        self._told = since
        log.warning(self._away, why=name_of(error), seconds=round(since, 1))


def _failure(retry_state: RetryCallState) -> BaseException:
    """Only a failure is tried again."""
    error = retry_state.outcome.exception() if retry_state.outcome else None
    assert error is not None
    return error
