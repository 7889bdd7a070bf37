"""The pace of the post, on a clock that jumps instead of waiting."""

import asyncio
import selectors
import time
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import RetryAfter

from scheduler.pace import BEGIN_BY, Pace, TooLate


class Jumping(selectors.SelectSelector):
    """Where a loop would wait, its clock goes on by so much; and by a microsecond a turn, for a clock never stands."""

    now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.now += max(timeout or 0.0, 1e-6)
        return super().select(0)


class JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.jumping = Jumping()
        super().__init__(self.jumping)

    def time(self) -> float:
        return self.jumping.now


def times_of(chats: list[int]) -> list[float]:
    """When a message to each of these chats goes out, all asked for at once."""
    loop = JumpingLoop()
    told: list[float] = []

    async def call() -> bool:
        told.append(loop.time())
        return True

    async def all_of_them() -> None:
        pace = Pace()
        await asyncio.gather(*(_through(pace, call, chat) for chat in chats))

    try:
        loop.run_until_complete(all_of_them())
    finally:
        loop.close()
    return told


def _through(pace: Pace, call: Any, chat: int) -> Coroutine[Any, Any, Any]:
    return pace.process_request(call, (), {}, "sendMessage", {"chat_id": chat}, None)


def most_within(times: list[float], span: float) -> int:
    return max(sum(start <= other < start + span for other in times) for start in times)


def test_two_hundred_chats_hear_twenty_a_second() -> None:
    times = times_of(list(range(1, 201)))
    assert len(times) == 200
    assert most_within(times, 1.0) <= 26
    assert times[-1] == pytest.approx(9.75, abs=0.3)


def test_one_chat_hears_five_at_once_and_then_one_a_second() -> None:
    times = times_of([7] * 12)
    assert times[4] < 1
    assert [round(time) for time in times[5:]] == [1, 2, 3, 4, 5, 6, 7]


def test_a_talkative_chat_holds_up_nobody() -> None:
    times = times_of([7] * 10 + list(range(100, 110)))
    assert sum(time < 1.5 for time in times) >= 15


async def test_a_limit_of_telegrams_is_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    async def refused() -> None:
        raise RetryAfter(timedelta(seconds=7))

    with pytest.raises(RetryAfter):
        await _through(Pace(), refused, 7)
    assert caplog.records == []


async def test_what_should_have_begun_by_now_is_not_sent() -> None:
    """A process that stood still with letters in hand: by now they may be another's."""
    sent: list[str] = []

    async def call() -> bool:
        sent.append("sent")
        return True

    token = BEGIN_BY.set(time.monotonic() - 0.001)
    with pytest.raises(TooLate):
        await _through(Pace(), call, 1)
    BEGIN_BY.set(time.monotonic() + 60)
    await _through(Pace(), call, 1)
    BEGIN_BY.reset(token)
    await _through(Pace(), call, 2)
    assert sent == ["sent", "sent"]
