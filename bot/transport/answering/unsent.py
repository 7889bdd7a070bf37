"""Unsent answers: what a step had to say is sent after its commit, and a process may die in between.

The mark "done" says since when an answer is owed; that it was given is written down once a second, for all together.
What stays owed is answered by the first process that looks, with the screen as things stand now. At worst it is seen twice.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.events import Event, Sender
from bot.conversation.exchange import Exchange
from bot.transport.answering.delivery import Delivery
from ops import counters
from ops.transient_errors import is_transient
from storage import Database, SqlUnit

log = structlog.get_logger()

EVERY = 1.0
"""Seconds between two looks, and between two times of writing down what was given."""

OWED_AFTER = timedelta(seconds=5)
"""An answer that is neither sent by then nor known to be under way was lost with its process."""

FORGOTTEN_AFTER = timedelta(hours=1)
"""Nobody waits for it any more."""

MOST = 200
"""Answered in one look."""


class UnsentAnswers:
    """Sends answers, and those that dead processes still owed."""

    def __init__(
        self, database: Database, dispatcher: Dispatcher, delivery: Delivery, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._dispatcher = dispatcher
        self._delivery = delivery
        self._clock = clock
        self._under_way: dict[int, datetime] = {}
        self._given: list[int] = []
        self._writing = asyncio.Lock()

    def owed_since(self, event: Event) -> datetime | None:
        """From when on an answer to this is owed; None where nobody waits for one."""
        return self._clock() if event.private and event.blocked is None else None

    async def give(self, exchange: Exchange) -> None:
        """Sends what was to be said. An answer that is broken off stays owed."""
        number = exchange.event.update_id
        self._under_way[number] = exchange.desk.now
        try:
            await self._delivery.deliver(exchange)
        except Exception:
            self._given.append(number)  # it fails of itself, and would fail again
            raise
        else:
            self._given.append(number)
        finally:
            del self._under_way[number]

    async def keep(self) -> None:
        """Records what was sent, until cancelled. Beside `watch`, which may take long."""
        await _now_and_then(self.write_down)

    async def watch(self) -> None:
        """Sends what others owed, until cancelled."""
        await _now_and_then(self.look)

    async def write_down(self) -> None:
        """Records what was sent since the last time, and what is still under way after a while."""
        async with self._writing:
            now = self._clock()
            given = list(self._given)
            slow = [number for number, since in self._under_way.items() if since < now - OWED_AFTER / 2]
            if given or slow:
                await self._database.run(lambda unit: _written_down(unit, given, slow, now))
            del self._given[: len(given)]

    async def look(self) -> int:
        """Sends what has been owed for too long; returns to how many people.

        What this process has sent itself is written down first: where much goes on, that alone may come too late.
        """
        await self.write_down()
        now = self._clock()
        owed = await self._database.read(
            lambda unit: unit.answers.owed(now - FORGOTTEN_AFTER, now - OWED_AFTER, MOST)
        )
        giving = []
        try:
            for user in sorted(owed):
                exchange = await self._once_more(user)
                if exchange is not None:
                    giving.append(asyncio.create_task(self._give_once_more(exchange), name="answer"))
        finally:
            await asyncio.gather(*giving)
        return len(owed)

    async def _once_more(self, user: int) -> Exchange | None:
        """None when another process has it, the person has said something since, or nothing can be shown."""
        now = self._clock()
        try:
            return await self._database.run(lambda unit: self._presented(unit, user, now))
        except Exception as error:  # one whose screen cannot be drawn keeps nobody else waiting
            if is_transient(error):
                raise
            log.exception("not answered once more")
        await self._database.run(lambda unit: _written_off(unit, user, now))
        return None

    def _presented(self, unit: SqlUnit, user: int, now: datetime) -> Exchange | None:
        number = unit.answers.take(user, now - OWED_AFTER, now)
        if number is None:
            return None
        if unit.inbox.oldest(user) is not None or unit.repositories.people.by_telegram_id(user) is None:
            unit.answers.given([number])
            return None
        return self._dispatcher.present(unit, _nothing(number, user))

    async def _give_once_more(self, exchange: Exchange) -> None:
        """An old question that comes after a newer one gets the newer one's answer: then it is better not said."""
        number, user = exchange.event.update_id, exchange.event.sender.telegram_id
        if await self._database.read(lambda unit: unit.answers.overtaken(user, number)):
            self._given.append(number)
            return
        counters.events["answered_once_more"] += 1
        log.info("answered once more", update=number)
        try:
            await self.give(exchange)
        except Exception:
            log.exception("not answered once more", update=number)


async def _now_and_then(work: Callable[[], Awaitable[object]]) -> None:
    while True:
        await asyncio.sleep(EVERY)
        try:
            await work()
        except Exception as error:
            if not is_transient(error):
                raise
            log.warning("answers not looked at", why=type(error).__name__)


def _written_down(unit: SqlUnit, given: list[int], slow: list[int], now: datetime) -> None:
    if given:
        unit.answers.given(given)
    if slow:
        unit.answers.being_given(slow, now)


def _written_off(unit: SqlUnit, user: int, now: datetime) -> None:
    number = unit.answers.take(user, now - OWED_AFTER, now)
    if number is not None:
        unit.answers.given([number])


def _nothing(number: int, person: int) -> Event:
    """As if they had said nothing in their own chat, whose number is theirs."""
    return Event(number, Sender(person, "", None, None), person, private=True)
