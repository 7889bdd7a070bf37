"""The pace of the post, on a clock that jumps instead of waiting."""

import asyncio
import selectors
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import RetryAfter

from scheduler.delivery.rate_limiter import BEGIN_BY, LATE, RateLimiter, TooLate


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
    told: list[float] = []

    async def all_of_them() -> None:
        pace = RateLimiter()
        await asyncio.gather(*(_through(pace, noting(told), chat) for chat in chats))

    jumping(all_of_them)
    return told


def jumping(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    loop = JumpingLoop()
    try:
        loop.run_until_complete(work())
    finally:
        loop.close()


def noting(told: list[float]) -> Callable[[], Coroutine[Any, Any, bool]]:
    async def call() -> bool:
        told.append(asyncio.get_running_loop().time())
        return True

    return call


class Books:
    """The one row of all schedulers, as the database keeps it, on the clock that jumps."""

    until = 0.0
    bookings = 0

    async def book(self, seconds: float) -> float:
        now = asyncio.get_running_loop().time()
        begins = max(self.until, now - LATE)
        self.until, self.bookings = begins + seconds, self.bookings + 1
        return begins - now


def _through(pace: RateLimiter, call: Any, chat: int) -> Coroutine[Any, Any, Any]:
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


def test_two_schedulers_have_one_pace() -> None:
    """And one that dies takes no more with it than it had in hand."""
    told: list[float] = []
    books = Books()

    async def both() -> None:
        one, other = (RateLimiter(shared=books.book) for _ in range(2))
        dying = [asyncio.create_task(_through(one, noting(told), chat)) for chat in range(100)]
        letters = [_through(other, noting(told), chat) for chat in range(100, 300)]

        async def dies() -> None:
            await asyncio.sleep(4)
            for letter in dying:
                letter.cancel()

        await asyncio.gather(dies(), *letters)

    jumping(both)
    assert most_within(told, 1.0) <= 26
    early = [time for time in told if time < 4]
    assert len(early) == pytest.approx(80, abs=6), "the two of them, together"
    assert told[-1] == pytest.approx(len(told) / 20, abs=1.0)
    assert books.bookings < len(told) / 5, "no transaction for each letter"


def test_who_stood_still_takes_another_slot() -> None:
    told: list[float] = []
    books = Books()

    async def stops() -> None:
        pace = RateLimiter(shared=books.book)
        letters = asyncio.gather(*(_through(pace, noting(told), chat) for chat in range(10)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        loop = asyncio.get_running_loop()
        assert isinstance(loop, JumpingLoop)
        books.until += 30  # others are at it meanwhile
        loop.jumping.now += 20
        await letters

    jumping(stops)
    assert [time for time in told if 20 <= time < 30] == [], "the slots of then are not good now"
    assert len(told) == 10


@pytest.mark.parametrize(("refused", "halted"), [([7], False), ([7, 7], False), ([7, 8], True)])
def test_one_chats_limit_halts_no_other_and_everybodys_does(refused: list[int], halted: bool) -> None:  # noqa: FBT001
    told: list[float] = []

    async def refuses() -> None:
        raise RetryAfter(timedelta(seconds=7))

    async def talk() -> None:
        pace = RateLimiter()
        for chat in refused:
            with pytest.raises(RetryAfter):
                await _through(pace, refuses, chat)
        await asyncio.gather(*(_through(pace, noting(told), chat) for chat in range(100, 110)))

    jumping(talk)
    assert (min(told) >= 7) is halted
    assert len(told) == 10


async def test_a_limit_of_telegrams_is_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    async def refused() -> None:
        raise RetryAfter(timedelta(seconds=7))

    with pytest.raises(RetryAfter):
        await _through(RateLimiter(), refused, 7)
    assert caplog.records == []


async def test_what_should_have_begun_by_now_is_not_sent() -> None:
    """A process that stood still with letters in hand: by now they may be another's."""
    sent: list[str] = []

    async def call() -> bool:
        sent.append("sent")
        return True

    token = BEGIN_BY.set(time.monotonic() - 0.001)
    with pytest.raises(TooLate):
        await _through(RateLimiter(), call, 1)
    BEGIN_BY.set(time.monotonic() + 60)
    await _through(RateLimiter(), call, 1)
    BEGIN_BY.reset(token)
    await _through(RateLimiter(), call, 2)
    assert sent == ["sent", "sent"]
