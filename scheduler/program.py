"""The scheduler as a program: a ticker that wakes the timetable, started and stopped with nothing lost."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from time import perf_counter

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram.error import InvalidToken, TelegramError

from domain.ports.agency import CurrentAgency
from ops import counters
from ops.disk import Disk
from ops.trace import TRACE
from ops.transient_errors import is_transient
from scheduler.delivery.postman import Postman
from scheduler.delivery.rate_limiter import LATE, Book, RateLimiter, TooLate
from scheduler.delivery.telegram_line import telegram
from scheduler.jobs.backing_up import BackupJob, Maker
from scheduler.jobs.carrying_over import CarryingOver
from scheduler.jobs.context import JobContext
from scheduler.jobs.fetching import Fetcher
from scheduler.jobs.importing import ImportJob
from scheduler.jobs.looking_at_groups import GroupLook
from scheduler.jobs.monitor import Monitor
from scheduler.jobs.reencrypt import Reencryption
from scheduler.jobs.translating import Translating
from scheduler.timetable import TIMETABLE, Entry, Group
from scheduler.topics.posting import TopicPost
from storage import Database
from storage.crypto.files import FileStore

log = structlog.get_logger()

PATIENCE = 4.0
"""Seconds: what is not finished by then another scheduler takes when its lease ends."""

LOOK = 15.0
"""Seconds between two looks of the monitor."""


class SchedulerProgram:
    """Does what is due, and says it. The clock tells aware UTC; `tokens` gives unguessable texts."""

    def __init__(
        self,
        database: Database,
        agency: CurrentAgency,
        token: str,
        api_url: str | None,
        clock: Callable[[], datetime],
        tokens: Callable[[], str],
        files: FileStore,
        rate_limiter: RateLimiter | None = None,
        disk: Callable[[], Disk | None] = lambda: None,
        make_backup: Maker | None = None,
    ) -> None:
        self._line = telegram(token, api_url, rate_limiter or RateLimiter(shared=_shared_budget(database)))
        self._clock = clock
        self._tokens = tokens
        postman = Postman(database, self._line, agency, clock, tokens, files)
        fetcher = Fetcher(database, self._line, agency, clock, tokens, files)
        reencryption = Reencryption(database, clock, tokens, files)
        self.backing_up = make_backup and BackupJob(database, agency, clock, tokens, make_backup)
        self._context = JobContext(
            database,
            agency,
            clock,
            tokens,
            postman,
            fetcher,
            reencryption,
            CarryingOver(database, clock),
            ImportJob(database, self._line, agency, clock, tokens, files, lambda: postman.stopping),
            GroupLook(self._line),
            TopicPost(self._line),
            Translating(),
            self.backing_up,
            files,
        )
        self.watch = Monitor(self._context, disk)
        self._watching = asyncio.Lock()
        self._looked: dict[str, datetime] = {}
        self._turns = {group: asyncio.Lock() for group in Group}
        self._ticker: AsyncIOScheduler | None = None
        self._waking: dict[Group, asyncio.Task[int]] = {}

    async def open(self) -> None:
        """Makes itself known to Telegram; a Telegram that is away just now is no reason not to start.

        Raises InvalidToken, whose message holds it, for a token Telegram does not know.
        """
        try:
            await self._line.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("telegram is away", why=type(error).__name__)

    def start(self, every: float = 1.0) -> None:
        """Looks at the timetable every so many seconds, until `close`."""
        self._ticker = AsyncIOScheduler(timezone=UTC)
        self._ticker.add_job(self._wake, "interval", seconds=every, max_instances=1, coalesce=True)
        self._ticker.add_job(self._watch, "interval", seconds=LOOK, max_instances=1, coalesce=True)
        self._ticker.start()

    async def tick(self, entries: Sequence[Entry] = TIMETABLE) -> int:
        """Does everything that is due now by these entries, whenever they were last looked at; how many things that were.

        Raises what an entry raised, after the others had their turn.
        """
        failures: list[Exception] = []
        done = sum([await self._do(entries, group, failures.append) for group in Group])
        if failures:
            raise failures[0]
        return done

    async def close(self) -> None:
        """Begins nothing new and finishes what it is sending; what is due waits for the next start."""
        if self._ticker is not None:
            self._ticker.shutdown(wait=False)
        self._context.postman.stopping = True
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE), AsyncExitStack() as stack:
                for at_work in (*self._turns.values(), self._watching):
                    await stack.enter_async_context(at_work)
        for waking in self._waking.values():
            waking.cancel()
        await asyncio.gather(*self._waking.values(), return_exceptions=True)
        if self.backing_up is not None:
            await self.backing_up.close()
        await self._context.audit_job.close(self._context)
        await self._line.shutdown()

    async def _wake(self) -> None:
        """A look while the last one is still at work is left out: the next one comes soon."""
        for group in Group:
            if group not in self._waking or self._waking[group].done():
                looking = self._do(self._due(), group, _swallow)
                self._waking[group] = asyncio.create_task(looking, name=group)

    async def _watch(self) -> None:
        """Beside the timetable: a long mailing must not hide that it is late."""
        async with self._watching:
            TRACE.set(f"w{self._tokens()[:12]}")
            try:
                await self.watch.look()
            except Exception:
                log.exception("watch failed")
                counters.tasks_failed["watch"] += 1

    def _due(self) -> list[Entry]:
        """Entries not looked at for their time, by the agency's clock: who turns it wakes them."""
        now = self._clock()
        return [
            entry
            for entry in TIMETABLE
            if (looked := self._looked.get(entry.name)) is None or not looked <= now < looked + entry.every
        ]

    async def _do(self, entries: Iterable[Entry], group: Group, failed: Callable[[Exception], None]) -> int:
        """Those of the group, never two at once in one process. A failure of one entry holds up no other."""
        done = 0
        async with self._turns[group]:
            TRACE.set(f"t{self._tokens()[:12]}")
            for entry in (entry for entry in entries if entry.group is group):
                self._looked[entry.name] = self._clock()
                began = perf_counter()
                try:
                    done += await entry.work(self._context)
                except Exception as error:
                    log.exception("timetable entry failed", entry=entry.name)
                    counters.tasks_failed[entry.name] += 1
                    failed(error)
                counters.ticks.add(entry.name, perf_counter() - began)
                counters.mark("ticking")
        return done


def _shared_budget(database: Database) -> Book | None:
    """One rate limit for all schedulers of an agency; who is alone needs no table for it."""

    async def book(seconds: float) -> float:
        try:
            return await database.run(lambda unit: unit.leases.book("pace", seconds, LATE))
        except Exception as error:
            if not is_transient(error):
                raise
            raise TooLate(type(error).__name__) from error

    return book if database.shared else None


def _swallow(_error: Exception) -> None:
    """It is in the log; the next look tries again."""
