"""The postman: leases due notices, words them as things are now, sends them, and records how each ended.

A notice ends as sent, unreached, failed or dropped; whatever may pass is tried again and never given up.
A crash between sending and marking says one notice twice; a lease that was lost in between marks nothing, and
nothing sets out late in a lease, however long this process stood still.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from domain.entities.notices import Notice
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from domain.usecases.staff.passing_on import pass_on
from domain.usecases.trips.departures import told, unreached
from ops import counters
from ops.batch_writer import BatchWriter
from ops.fault_points import passing
from ops.trace import TRACE
from ops.transient_errors import is_transient
from papers.printing import printing
from scheduler.agency_desk import AgencyDesk
from scheduler.delivery.attaching import not_stored
from scheduler.delivery.envelopes import PERHAPS_SAID, Envelope
from scheduler.delivery.outcomes import (
    Accepted,
    NotNow,
    Outcome,
    RejectedByTelegram,
    SomebodyElse,
    Unreached,
)
from scheduler.delivery.rate_limiter import BEGIN_BY
from scheduler.delivery.sending import send
from scheduler.delivery.telegram_line import Line
from scheduler.delivery.wording import Wording
from scheduler.notices.declared import BESIDES, FOLLOWS
from scheduler.notices.message_content import Ending
from storage import Database, SqlUnit
from storage.crypto.files import FileStore

log = structlog.get_logger()

LEASE = 60.0
"""Seconds a lease lasts: then another scheduler may send the notices of one that died."""

BEGIN_WITHIN = 25.0
"""Seconds of the lease in which sending may begin: printing and the rate limit take far less."""

END_WITHIN = 55.0
"""Seconds of the lease in which Telegram must have answered: while a message may still arrive, no other may send it."""

BATCH = 32
"""Notices leased in one round: more than a second's worth, so that nothing waits for the next round."""

MOST_UNDER_WAY = 3 * BATCH
"""Notices being sent at once: beyond that Telegram is too slow to be given more."""

A_WHILE = 1.0
"""Seconds after which one looks for what else is due, though nothing has ended."""

LONGEST_WAIT = timedelta(minutes=10)

Mark = Callable[[SqlUnit], bool]
"""Writes down how a notice ended; False when it is another sender's by now."""

UnderWay = dict["asyncio.Task[None]", int]
"""Deliveries under way, and the notice of each."""


class Postman:
    """Delivers everything that is due, several people at once, one notice at a time to each."""

    def __init__(
        self,
        database: Database,
        line: Line,
        agency: CurrentAgency,
        clock: Callable[[], datetime],
        tokens: Callable[[], str],
        files: FileStore | None = None,
    ) -> None:
        self._database = database
        self._line = line
        self._clock = clock
        self._desk = AgencyDesk(agency, clock, tokens)
        self._wording = Wording(self._desk)
        self._print = printing(files)
        self._stored = files.find if files else not_stored
        self._writer = BatchWriter(self._commit, split_after=_any, name="marking notices")
        self.stopping = False
        """Set to let the round under way be the last."""

    async def deliver(self) -> int:
        """All that is due, earliest first; how many notices it dealt with.

        The next are leased while the last are under way, so that there are no gaps and one slow chat holds up no other.
        """
        done, under_way = 0, UnderWay()
        try:
            while not self.stopping:
                dealt = await self._round(under_way) if len(under_way) < MOST_UNDER_WAY else 0
                counters.mark("ticking")
                done += dealt
                if not under_way:
                    break
                enough = BATCH // 2 if dealt else len(under_way) - 1
                while len(under_way) > enough:
                    if not await _some_end(under_way):
                        break  # they take their time: what is due meanwhile need not wait for them
        except asyncio.CancelledError:
            for delivery in under_way:
                delivery.cancel()
            raise
        finally:
            ended = await asyncio.gather(*under_way, return_exceptions=True)
        for failure in ended:
            if isinstance(failure, BaseException):
                raise failure
        return done

    async def _round(self, under_way: UnderWay) -> int:
        now = self._clock()
        if not await self._database.read(lambda unit: unit.outbox.anything_due(now)):
            return 0
        leased = time.monotonic()
        mine = tuple(under_way.values())
        lease = await self._database.run(lambda unit: unit.outbox.lease(now, BATCH, LEASE, mine))
        if not lease.notices:
            return 0
        passing("after_claim")
        envelopes = await self._database.read(lambda unit: self._wording.of(unit, lease.notices))
        end_by = asyncio.get_running_loop().time() + leased + END_WITHIN - time.monotonic()
        before = BEGIN_BY.set(leased + BEGIN_WITHIN)  # for these deliveries alone: each copies the context
        for envelope in envelopes:
            delivery = asyncio.create_task(self._deliver(envelope, lease.until, end_by), name="delivery")
            under_way[delivery] = envelope.notice
        BEGIN_BY.reset(before)
        return len(lease.notices)

    async def _deliver(self, envelope: Envelope, lease: datetime, end_by: float) -> None:
        TRACE.set(envelope.trace or TRACE.get())
        outcome = envelope.outcome
        if envelope.content is not None and outcome is None:
            try:
                async with asyncio.timeout_at(end_by):
                    outcome = await send(
                        self._line,
                        envelope.chat,
                        envelope.content,
                        envelope.voice,
                        envelope.notice,
                        self._print,
                        self._stored,
                    )
                passing("after_send_before_mark")
            except TimeoutError:
                outcome = NotNow("telegram is too slow", doubt=True)
            except Exception:
                log.exception("notice failed", notice=envelope.notice)
                outcome = NotNow("our own failure")
        if not await self._written_down(envelope, outcome, lease):
            log.warning("lease lost", notice=envelope.notice)
            return
        counters.notices[envelope.kind, _ENDINGS[type(outcome)]] += 1
        if isinstance(outcome, Accepted):
            log.info("notice sent", notice=envelope.notice, kind=envelope.kind)

    async def _written_down(self, envelope: Envelope, outcome: Outcome | None, lease: datetime) -> bool:
        """Without what follows from it when that fails of itself: what was said once must not be said every minute."""
        try:
            return await self._writer.write(lambda unit: self._mark(unit, envelope, outcome, lease))
        except Exception as error:
            if is_transient(error):
                raise
            log.exception("nothing follows from a notice", notice=envelope.notice)
        return await self._writer.write(
            lambda unit: self._mark(unit, envelope, outcome, lease, and_follow=False)
        )

    async def _commit(self, marks: list[Mark]) -> list[bool]:
        return await self._database.run(lambda unit: [mark(unit) for mark in marks])

    def _mark(
        self,
        unit: SqlUnit,
        envelope: Envelope,
        outcome: Outcome | None,
        lease: datetime,
        *,
        and_follow: bool = True,
    ) -> bool:
        """Writes down the outcome with all that follows from it; False when the notice is another sender's now."""
        TRACE.set(envelope.trace or TRACE.get())
        number, outbox, now = envelope.notice, unit.outbox, self._clock()
        match outcome:
            case None:
                log.info("notice dropped", notice=number, why=envelope.why)
                return outbox.mark_dropped(number, envelope.why, lease)
            case Accepted(message_id, poll, copy):
                twice = PERHAPS_SAID if envelope.perhaps_said else None
                mine = outbox.mark_sent(number, message_id, now, lease, twice, copy)
                return mine and (not and_follow or self._follow_up(unit, number, Ending(message_id, poll)))
            case Unreached(why):
                log.info("not reached", notice=number, why=why)
                mine = outbox.mark_unreached(number, why, lease)
                return mine and (not and_follow or self._follow_up(unit, number, _not_taken(why)))
            case RejectedByTelegram(why):
                log.error("telegram refused", notice=number, why=why)
                mine = outbox.mark_failed(number, why, lease)
                return mine and (not and_follow or self._beside(unit, number, Ending(refused=True)))
            case SomebodyElse():
                log.info("notice passed on", notice=number)
                mine = outbox.mark_dropped(number, "told to who stands in", lease)
                return mine and self._passed_on(unit, number)
            case NotNow(why, wait, doubt, overtaken):
                log.info("notice waits", notice=number, why=why, attempts=envelope.attempts)
                why = f"{PERHAPS_SAID}; {why}" if doubt or envelope.perhaps_said else why
                until = now + (wait or _backoff(envelope.attempts))
                in_order = envelope.keeps_order and not overtaken
                again = outbox.hold if in_order else outbox.postpone
                return again(number, until, lease, why)

    def _passed_on(self, unit: SqlUnit, number: int) -> bool:
        pass_on(self._desk(unit), unit.repositories.notices.get(number))
        return True

    def _follow_up(self, unit: SqlUnit, number: int, ending: Ending) -> bool:
        desk = self._desk(unit)
        notice = unit.repositories.notices.get(number)
        FOLLOWS.get(notice.kind, _as_for_people)(desk, notice, ending)
        return self._beside(unit, number, ending)

    def _beside(self, unit: SqlUnit, number: int, ending: Ending) -> bool:
        notice = unit.repositories.notices.get(number)
        if (besides := BESIDES.get(notice.kind)) is not None:
            besides(self._desk(unit), notice, ending)
        return True


def _any(_error: Exception) -> bool:
    """Whatever it was, each mark is worth a try of its own: a notice without one is sent twice."""
    return True


async def _some_end(under_way: UnderWay) -> bool:
    """Takes those out that have ended; False when none does for a while. Raises what one of them raised."""
    ended, _ = await asyncio.wait(under_way, timeout=A_WHILE, return_when=asyncio.FIRST_COMPLETED)
    for delivery in ended:
        del under_way[delivery]
        delivery.result()
    return bool(ended)


_ENDINGS: dict[type, str] = {
    Accepted: "sent",
    Unreached: "unreached",
    RejectedByTelegram: "failed",
    NotNow: "waits",
    SomebodyElse: "dropped",
    type(None): "dropped",
}


def _as_for_people(desk: Desk, notice: Notice, ending: Ending) -> None:
    if ending.sent_as is None:
        _gone_silent(desk, notice, ending)
        unreached(desk, notice)
    else:
        told(desk, notice)


def _not_taken(why: str) -> Ending:
    return Ending(account_deleted="deactivated" in why.casefold())


def _gone_silent(desk: Desk, notice: Notice, ending: Ending) -> None:
    if notice.person.reachable:
        notice.person.unreachable_since = desk.now
    if ending.account_deleted:
        notice.person.account_deleted = True


def _backoff(attempts: int) -> timedelta:
    """2, 4, 8 … seconds, at most ten minutes."""
    return min(timedelta(seconds=2 ** min(attempts, 20)), LONGEST_WAIT)
