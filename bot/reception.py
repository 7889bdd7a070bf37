"""The reception: a stored update is read, travels its road in one transaction, and what was said is delivered."""

import asyncio
from collections.abc import Callable

import structlog
from aiogram import Bot, Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.delivery import Delivery
from bot.heard import Heard, Unreadable
from bot.hearing import hear_membership, hear_message, hear_tap
from bot.inbox import NotYet
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

    def __init__(self, database: Database, bot: Bot, road: Road, delivery: Delivery) -> None:
        self._database = database
        self._bot = bot
        self._road = road
        self._delivery = delivery
        self._dispatcher = Dispatcher()
        self._dispatcher.include_router(_router(self))

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
            update = Update.model_validate_json(payload, context={"bot": self._bot})
        except ValidationError as error:
            await self._quarantine(update_id, f"cannot be parsed: {error.error_count()} errors", tries=1)
            return
        try:
            await self._try(update)
        except Unreadable as error:
            await self._quarantine(update_id, f"cannot be parsed: {error}", tries=1)

    async def _try(self, update: Update) -> None:
        for wait in (*BETWEEN_TRIES, 0.0):
            try:
                await self._answer(update)
            except (NotYet, Unreadable):
                raise
            except Exception as error:
                if unwell(error):
                    raise
                log.exception("update failed", update=update.update_id)
                if await self._quarantine(update.update_id, repr(error), tries=TRIES):
                    return
                await asyncio.sleep(wait)
            else:
                counters.updates_ended["done"] += 1
                return

    async def _answer(self, update: Update) -> None:
        """What nobody here wants to hear of, or what only a later Telegram knows, is done at once."""
        try:
            wanted = update.event_type in ALLOWED_UPDATES
        except UpdateTypeLookupError:
            wanted = False
        if not wanted or await self._dispatcher.feed_update(self._bot, update) is UNHANDLED:
            await self._database.run(lambda unit: unit.inbox.done(update.update_id))

    async def receive(self, heard: Heard) -> None:
        """One exchange: the transaction, then the delivery."""
        talk = await self._step(heard)
        if talk is not None:
            passing("after_commit")
            await self._delivery.deliver(talk)

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
        match unit.inbox.take(heard.update_id):
            case Turn.GONE:
                return None
            case Turn.LATER:
                raise NotYet
        talk = step(unit, heard)
        unit.inbox.done(heard.update_id)
        passing("before_commit")
        return talk

    async def _quarantine(self, update_id: int, error: str, tries: int) -> bool:
        aside = await self._database.run(
            lambda unit: unit.inbox.failed(update_id, error, quarantine_after=tries)
        )
        counters.updates_ended["quarantined"] += aside
        return aside


def _router(reception: Reception) -> Router:
    router = Router()

    @router.message()
    async def message(message: Message, event_update: Update) -> object:
        return await _pass_on(hear_message(event_update.update_id, message))

    @router.edited_message()
    async def edited(message: Message, event_update: Update) -> object:
        return await _pass_on(hear_message(event_update.update_id, message, edited=True))

    @router.callback_query()
    async def tap(query: CallbackQuery, event_update: Update) -> object:
        return await _pass_on(hear_tap(event_update.update_id, query))

    @router.my_chat_member()
    async def membership(change: ChatMemberUpdated, event_update: Update) -> object:
        return await _pass_on(hear_membership(event_update.update_id, change))

    async def _pass_on(heard: Heard | None) -> object:
        if heard is None:
            return UNHANDLED
        await reception.receive(heard)
        return None

    return router


ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
"""Asked for explicitly: an omitted list keeps the one of the last program."""
