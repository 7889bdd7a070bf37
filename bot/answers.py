"""Answers: what a step had to say goes out after its commit, and a process may die in between.

The mark "done" says since when an answer is owed; that it was given is written down once a second, for all together.
What stays owed is answered by whoever looks: with the screen as things stand now. At worst it is seen twice.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.delivery import Delivery
from bot.heard import Heard, Sender
from bot.road import Road
from bot.talk import Talk
from storage import Database, SqlUnit, counters
from storage.unwell import unwell

log = structlog.get_logger()

EVERY = 1.0
"""Seconds between two looks, and between two times of writing down what was given."""

OWED_AFTER = timedelta(seconds=5)
"""An answer that is not given by then, nor known to be under way, was lost with its process."""

FORGOTTEN_AFTER = timedelta(hours=1)
"""Nobody waits for it any more."""

MOST = 200
"""Answered in one look."""


class Answers:
    """Gives answers, and those that others owe."""

    def __init__(
        self, database: Database, road: Road, delivery: Delivery, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._road = road
        self._delivery = delivery
        self._clock = clock
        self._under_way: dict[int, datetime] = {}
        self._given: list[int] = []

    def owed_since(self, heard: Heard) -> datetime | None:
        """From when on an answer to this is owed; None where nobody waits for one."""
        return self._clock() if heard.private and heard.blocked is None else None

    async def give(self, talk: Talk) -> None:
        """Says what was to be said. One that is broken off stays owed."""
        number = talk.heard.update_id
        self._under_way[number] = talk.desk.now
        try:
            await self._delivery.deliver(talk)
        except Exception:
            self._given.append(number)  # it fails of itself, and would fail again
            raise
        else:
            self._given.append(number)
        finally:
            del self._under_way[number]

    async def watch(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(EVERY)
            try:
                await self.write_down()
                await self.look()
            except Exception as error:
                if not unwell(error):
                    raise
                log.warning("answers not looked at", why=type(error).__name__)

    async def write_down(self) -> None:
        """What was given since the last time; and what is still under way after a while."""
        now = self._clock()
        given = list(self._given)
        slow = [number for number, since in self._under_way.items() if since < now - OWED_AFTER / 2]
        if not given and not slow:
            return

        def work(unit: SqlUnit) -> None:
            if given:
                unit.answers.given(given)
            if slow:
                unit.answers.being_given(slow, now)

        await self._database.run(work)
        del self._given[: len(given)]

    async def look(self) -> int:
        """Gives what has been owed for too long; to how many people that was."""
        now = self._clock()
        owed = await self._database.read(
            lambda unit: unit.answers.owed(now - FORGOTTEN_AFTER, now - OWED_AFTER, MOST)
        )
        talks = [await self._once_more(lane) for lane in sorted(owed)]
        await asyncio.gather(*(self.give(talk) for talk in talks if talk is not None))
        return len(owed)

    async def _once_more(self, lane: int) -> Talk | None:
        """None when it is another's by now, or the person has said something since."""
        now = self._clock()

        def work(unit: SqlUnit) -> Talk | None:
            number = unit.answers.take(lane, now - OWED_AFTER, now)
            if number is None:
                return None
            if unit.inbox.oldest(lane) is not None or unit.records.people.by_telegram_id(lane) is None:
                unit.answers.given([number])
                return None
            return self._road.present(unit, _nothing(number, lane))

        talk = await self._database.run(work)
        if talk is not None:
            counters.events["answered_once_more"] += 1
            log.info("answered once more", update=talk.heard.update_id)
        return talk


def _nothing(number: int, person: int) -> Heard:
    """As if they had said nothing in their own chat, whose number is theirs."""
    return Heard(number, Sender(person, "", None, None), person, private=True)
