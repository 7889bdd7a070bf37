"""The reception: a stored update is read, travels its road in one transaction, and what was said is delivered."""

import asyncio
from collections.abc import Callable

import structlog
from aiogram.types import Update
from pydantic import ValidationError

from bot.answers import Answers
from bot.delivery import Delivery
from bot.heard import Heard, Unreadable
from bot.hearing import hear
from bot.inbox import NotYet
from bot.plain import plainly
from bot.road import Road
from bot.talk import Talk
from domain.refusals import Refusal
from storage import Database, SqlUnit, counters
from storage.crashing import passing
from storage.inbox import Turn
from storage.unwell import unwell

log = structlog.get_logger()

TRIES = 3
BETWEEN_TRIES = (0.05, 0.5)


class Reception:
    """Takes stored updates by their number. Every update ends as done or quarantined."""

    def __init__(self, database: Database, road: Road, delivery: Delivery, answers: Answers) -> None:
        self._database = database
        self._road = road
        self._delivery = delivery
        self._answers = answers

    async def take(self, update_id: int, payload: str | None) -> None:
        """Answers one stored update, read from the table when its payload is not at hand.

        Tries a failing one again, then quarantines it. Raises NotYet when an older one of its lane comes first,
        and whatever says that the house is unwell.
        """
        if payload is None:
            payload = await self._database.read(lambda unit: unit.inbox.payload(update_id))
        if payload is None:
            return
        try:
            heard = plainly(payload) or hear(Update.model_validate_json(payload))
        except ValidationError as error:
            await self._quarantine(update_id, f"cannot be parsed: {error.error_count()} errors", tries=1)
        except Unreadable as error:
            await self._quarantine(update_id, f"cannot be parsed: {error}", tries=1)
        else:
            await self._try(update_id, heard)

    async def _try(self, update_id: int, heard: Heard | None) -> None:
        for wait in (*BETWEEN_TRIES, 0.0):
            try:
                mine = await self._answer(update_id, heard)
            except NotYet:
                raise
            except Exception as error:
                if unwell(error):
                    raise
                log.exception("update failed", update=update_id)
                if await self._quarantine(update_id, repr(error), tries=TRIES):
                    await self._apologise(heard)
                    return
                await asyncio.sleep(wait)
            else:
                counters.updates_ended["done"] += mine
                return

    async def _answer(self, update_id: int, heard: Heard | None) -> bool:
        """False when it was another's. What nobody here wants to hear of, or only a later Telegram knows, is done at once."""
        if heard is None:
            await self._database.run(lambda unit: unit.inbox.done(update_id))
            return True
        return await self._receive(heard)

    async def _receive(self, heard: Heard) -> bool:
        """One exchange: the transaction, then the delivery."""
        talk = await self._step(heard)
        if talk is None:
            return False
        passing("after_commit")
        await self._answers.give(talk)
        return True

    async def _step(self, heard: Heard) -> Talk | None:
        try:
            return await self._database.run(lambda unit: self._once(unit, heard, self._road.travel))
        except Refusal as refusal:
            reason = refusal
        return await self._database.run(
            lambda unit: self._once(unit, heard, lambda u, h: self._road.refuse(u, h, reason))
        )

    def _once(self, unit: SqlUnit, heard: Heard, step: Callable[[SqlUnit, Heard], Talk]) -> Talk | None:
        """None when the update is done, or another's: the mark is set in the same transaction as its effects."""
        match unit.inbox.finish(heard.update_id, self._answers.owed_since(heard)):
            case Turn.GONE:
                return None
            case Turn.LATER:
                raise NotYet
        talk = step(unit, heard)
        passing("before_commit")
        return talk

    async def _apologise(self, heard: Heard | None) -> None:
        """To whoever waits for an answer to what was set aside. Who cannot even be greeted hears nothing."""
        if heard is None or not heard.private or heard.edited or heard.blocked is not None:
            return
        try:
            talk = await self._database.run(lambda unit: self._road.apologise(unit, heard))
        except Exception:
            log.exception("not apologised", update=heard.update_id)
        else:
            await self._delivery.deliver(talk)

    async def _quarantine(self, update_id: int, error: str, tries: int) -> bool:
        aside = await self._database.run(
            lambda unit: unit.inbox.failed(update_id, error, quarantine_after=tries)
        )
        counters.updates_ended["quarantined"] += aside
        return aside


ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
"""Asked for explicitly: an omitted list keeps the one of the last program."""
