"""The update worker: parses a stored update, dispatches it in one transaction, and delivers what was said."""

import asyncio
from collections.abc import Callable

import structlog
from aiogram.types import Update
from pydantic import ValidationError

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.events import Event, Unreadable
from bot.conversation.exchange import Exchange
from bot.transport.answering.delivery import Delivery
from bot.transport.answering.unsent import UnsentAnswers
from bot.transport.inbox.fast_parsing import parse_fast
from bot.transport.inbox.inbox import NotYet
from bot.transport.inbox.parsing import parse
from domain.values.refusals import Refusal
from ops import counters
from ops.fault_points import passing
from ops.transient_errors import is_transient
from storage import Database, SqlUnit
from storage.queues.inbox import Turn

log = structlog.get_logger()

TRIES = 3
BETWEEN_TRIES = (0.05, 0.5)


class Worker:
    """Takes stored updates by their number. Every update ends as done or quarantined."""

    def __init__(
        self, database: Database, dispatcher: Dispatcher, delivery: Delivery, answers: UnsentAnswers
    ) -> None:
        self._database = database
        self._dispatcher = dispatcher
        self._delivery = delivery
        self._answers = answers

    async def take(self, update_id: int, payload: str | None) -> None:
        """Answers one stored update, read from the table when its payload is not at hand.

        Tries a failing one again, then quarantines it. Raises NotYet when an older one of the same user comes
        first, and whatever is transient.
        """
        if payload is None:
            payload = await self._database.read(lambda unit: unit.inbox.payload(update_id))
        if payload is None:
            return
        try:
            event = parse_fast(payload) or parse(Update.model_validate_json(payload))
        except ValidationError as error:
            await self._quarantine(update_id, f"cannot be parsed: {error.error_count()} errors", tries=1)
        except Unreadable as error:
            await self._quarantine(update_id, f"cannot be parsed: {error}", tries=1)
        else:
            known = event is not None and self._dispatcher.hears(event)
            await self._try(update_id, event if known else None)

    async def _try(self, update_id: int, event: Event | None) -> None:
        for wait in (*BETWEEN_TRIES, 0.0):
            try:
                mine = await self._answer(update_id, event)
            except NotYet:
                raise
            except Exception as error:
                if is_transient(error):
                    raise
                log.exception("update failed", update=update_id)
                if await self._quarantine(update_id, repr(error), tries=TRIES):
                    await self._apologise(event)
                    return
                await asyncio.sleep(wait)
            else:
                counters.updates_ended["done"] += mine
                return

    async def _answer(self, update_id: int, event: Event | None) -> bool:
        """False when another process took it. Kinds of updates that nothing here handles are done at once."""
        if event is None:
            await self._database.run(lambda unit: unit.inbox.done(update_id))
            return True
        return await self._receive(event)

    async def _receive(self, event: Event) -> bool:
        """One exchange: the transaction, then the delivery."""
        exchange = await self._step(event)
        if exchange is None:
            return False
        passing("after_commit")
        await self._answers.give(exchange)
        return True

    async def _step(self, event: Event) -> Exchange | None:
        try:
            return await self._database.run(lambda unit: self._once(unit, event, self._dispatcher.dispatch))
        except Refusal as refusal:
            reason = refusal
        return await self._database.run(
            lambda unit: self._once(unit, event, lambda u, h: self._dispatcher.refuse(u, h, reason))
        )

    def _once(
        self, unit: SqlUnit, event: Event, step: Callable[[SqlUnit, Event], Exchange]
    ) -> Exchange | None:
        """None when the update is done, or another process has it: the mark is set in the transaction of its effects."""
        match unit.inbox.finish(event.update_id, self._answers.owed_since(event)):
            case Turn.GONE:
                return None
            case Turn.LATER:
                raise NotYet
        exchange = step(unit, event)
        passing("before_commit")
        return exchange

    async def _apologise(self, event: Event | None) -> None:
        """To the user whose update was quarantined; says nothing when even that fails."""
        if event is None or not event.private or event.edited or event.blocked is not None or event.kind:
            return
        try:
            exchange = await self._database.run(lambda unit: self._dispatcher.apologise(unit, event))
        except Exception:
            log.exception("not apologised", update=event.update_id)
        else:
            await self._delivery.deliver(exchange)

    async def _quarantine(self, update_id: int, error: str, tries: int) -> bool:
        aside = await self._database.run(
            lambda unit: unit.inbox.failed(update_id, error, quarantine_after=tries)
        )
        counters.updates_ended["quarantined"] += aside
        return aside
