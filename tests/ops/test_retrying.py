"""What passes is tried again: later each time, as long as one was asked to wait, and until it is enough."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from structlog.testing import capture_logs

from ops import retrying
from ops.retrying import growing, name_of, retried, these, tries, within


class AwayError(Exception):
    """Passes; may say for how long."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__("a password")
        self.seconds = seconds


def passes(error: BaseException) -> bool:
    return isinstance(error, AwayError)


def asked(error: BaseException) -> float | None:
    return error.seconds if isinstance(error, AwayError) else None


@pytest.fixture(autouse=True)
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that would have been slept."""
    seconds: list[float] = []

    async def sleep(wanted: float) -> None:
        seconds.append(wanted)

    monkeypatch.setattr(retrying, "sleep", sleep)
    return seconds


def failing(*errors: BaseException) -> Callable[[], Awaitable[str]]:
    """With one error after another, then no more."""
    left = list(errors)

    async def call() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return call


async def test_what_passes_is_tried_until_it_is_done(slept: list[float]) -> None:
    assert await retried(failing(), passes) == "done"
    assert slept == []
    assert await retried(failing(*[AwayError()] * 4), passes, these(1, 2)) == "done"
    assert slept == [1, 2, 2, 2]


async def test_waits_grow_to_the_longest_and_never_meet(slept: list[float]) -> None:
    await retried(failing(*[AwayError()] * 12), passes, growing(1, 30))
    for waited, whole in zip(slept, [1, 2, 4, 8, 16, *[30] * 7], strict=True):
        assert whole <= waited <= whole + 1
    assert len({waited % 1 for waited in slept}) == 12, "those who failed together would come back together"


async def test_what_does_not_pass_is_raised_at_once(slept: list[float]) -> None:
    with pytest.raises(KeyError):
        await retried(failing(AwayError(), KeyError("deal"), AwayError()), passes, these(1))
    assert slept == [1]
    with pytest.raises(asyncio.CancelledError):
        await retried(failing(asyncio.CancelledError()), lambda _error: True)


async def test_as_long_as_one_was_asked_to_wait(slept: list[float]) -> None:
    await retried(failing(AwayError(7), AwayError(), AwayError(0)), passes, these(1, 2), asked=asked)
    assert slept == [7, 2, 0]


async def test_when_it_is_enough_what_came_last_is_raised(slept: list[float]) -> None:
    with pytest.raises(AwayError) as last:
        await retried(failing(*(AwayError(n) for n in range(9))), passes, these(1), tries(3))
    assert last.value.seconds == 2
    assert slept == [1, 1]
    with pytest.raises(AwayError):
        await retried(failing(*[AwayError()] * 9), passes, these(5), within(4))
    assert slept == [1, 1], "a try that would begin too late is not waited for"


async def test_who_is_away_is_told_now_and_then() -> None:
    """Once at first; nothing of what its error says; and nothing when one was asked to wait."""
    with capture_logs() as lines:
        await retried(failing(*[AwayError()] * 5), passes, these(1), away="telegram is away")
        await retried(failing(AwayError(3)), passes, asked=asked, away="telegram is away")
    assert lines == [
        {"event": "telegram is away", "why": "AwayError", "seconds": 0.0, "log_level": "warning"}
    ]


def test_an_error_is_called_by_what_is_behind_it() -> None:
    outer = RuntimeError()
    outer.__cause__ = ConnectionResetError()
    assert name_of(outer) == "ConnectionResetError"
    assert name_of(KeyError()) == "KeyError"
    late = TimeoutError()
    late.__cause__ = asyncio.CancelledError()
    assert name_of(late) == "TimeoutError"
