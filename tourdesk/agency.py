"""The composition root: one agency, its rooms joined and running on one clock."""

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from domain.entities.people import Role
from domain.ports.desk import Actor, Agency, Desk
from domain.usecases.staff.staffing import invite
from ops.database_file import cut_short
from ops.disk import disk_of
from ops.process_lock import AlreadyLocked, ProcessLock
from ops.retrying import name_of
from papers.press import close_press
from storage import Database, SqlUnit
from storage.crypto.files import FileStore
from storage.crypto.sealing import Keys
from storage.crypto.secrets import WrongKey
from tourdesk.database_clock import DatabaseClock
from tourdesk.keys import KEY, secret_keys
from tourdesk.settings import Settings
from tourdesk.watchdog import Watchdog

if TYPE_CHECKING:
    from bot.program import BotProgram
    from scheduler.jobs.backing_up import Maker
    from scheduler.program import SchedulerProgram
    from tourdesk.status import House

Clock = Callable[[], datetime]
BOTH = frozenset({"bot", "scheduler"})

ONE_COMMAND = 5.0
"""Seconds somebody at the command line waits for the database; whoever runs for months waits as long as it takes."""


def real_time() -> datetime:
    """The one place of the product that reads the clock on the wall."""
    return datetime.now(UTC)  # noqa: TID251


UNKNOWN_TOKEN = "TOURDESK_TOKEN: Telegram does not know this token"  # noqa: S105 (the words, no token)


class NotStartedError(Exception):
    """Something the operator has to see to; its message is one line that names the setting."""


@dataclass
class RunningAgency:
    """An agency at work."""

    agency: Agency
    database: Database
    clock: Clock
    username: str

    def desk(self, unit: SqlUnit) -> Desk:
        """The agency's own desk."""
        return Desk(Actor(), self.clock(), unit.repositories, self.agency, secrets.token_urlsafe)

    async def owner_link(self, *, another: bool = False) -> str | None:
        """A one-time link for the first owner; None when there is one already, unless `another` is wanted."""

        def work(unit: SqlUnit) -> str | None:
            if unit.repositories.invitations.has_owner() and not another:
                return None
            return invite(self.desk(unit), Role.OWNER)

        token = await self.database.run(work)
        return None if token is None else f"https://t.me/{self.username}?start=s_{token}"


@asynccontextmanager
async def running(
    settings: Settings,
    clock: Clock = real_time,
    parts: frozenset[str] = BOTH,
    *,
    every: float = 1.0,
) -> AsyncIterator[RunningAgency]:
    """Opens the database and starts the parts; on the way out they finish what is under way.

    `every` is the scheduler's tick in seconds. Only the parts that run are imported: aiogram takes seconds.
    """
    had_key = (settings.data / KEY).exists()
    secret, *older = sealing(settings)
    agency = settings.agency_with(secret)
    token = settings.token.get_secret_value()
    async with AsyncExitStack() as stack:
        if parts:
            stack.callback(_alone(settings).release)
        house = await _seen_from_outside(settings, parts, clock, stack)
        keys = Keys(secret, *older)
        database = Database(settings.database_url, keys)
        stack.push_async_callback(database.close)
        stack.push_async_callback(close_press)
        waiting = None if parts else ONE_COMMAND
        await _up_to_date(database, settings, waiting)
        await database.reached(lambda: _fits(database, settings, had_key=had_key), waiting)
        await database.reached(lambda: _stages_fit(database, agency), waiting)
        if house is not None:
            house.database = database
        if settings.shared and clock is real_time:
            clock = await _time_of(database, stack)
        at_work = RunningAgency(agency, database, clock, "")
        if "scheduler" in parts:
            from scheduler.program import SchedulerProgram

            files = FileStore(str(settings.data / "files"), keys)
            scheduler = SchedulerProgram(
                database,
                agency,
                token,
                settings.api_url,
                clock,
                secrets.token_urlsafe,
                files,
                disk=partial(disk_of, settings.data),
                make_backup=_backups(settings),
            )
            if not settings.shared:  # the file is ours alone: whoever had letters in hand is dead
                await database.run(lambda unit: unit.outbox.release_stale_leases())
            await _introduced(scheduler)
            stack.push_async_callback(scheduler.close)
            scheduler.start(every)
        if "bot" in parts:
            from bot.program import BotProgram, telegram
            from bot.transport.user_queues import Limits

            bot = BotProgram(
                telegram(token, settings.api_url), database, agency, clock, secrets.token_urlsafe, Limits()
            )
            await _opened(bot)
            stack.push_async_callback(bot.close)
            bot.watch()
            at_work.username = bot.username
            if house is not None:
                house.username = bot.username
            await _receive(bot, settings, secret, stack)
        if parts:
            # Only now: to load everything holds up the loop, while nobody waits for it.
            watchdog = Watchdog()
            watchdog.start()
            stack.callback(watchdog.stop)
        yield at_work


def _backups(settings: Settings) -> "Maker":
    from tourdesk.backups.child import make_in_child

    return partial(make_in_child, settings)


def _alone(settings: Settings) -> ProcessLock:
    """On SQLite one process runs the agency: two would each believe that every lane is theirs."""
    lock = ProcessLock(settings.database_url)
    try:
        lock.take()
    except AlreadyLocked:
        raise NotStartedError(
            "TOURDESK_DATABASE: another process runs on this SQLite file; several need PostgreSQL"
        ) from None
    except OSError as error:
        raise NotStartedError(
            f"TOURDESK_DATABASE: its folder cannot be written to: {error.strerror}"
        ) from None
    return lock


async def _seen_from_outside(
    settings: Settings, parts: frozenset[str], clock: Clock, stack: AsyncExitStack
) -> "House | None":
    """The status pages, when a port is set; they are there before all else, and say what is still missing."""
    host, port = settings.status_host, settings.status_port
    if port is None or not parts:
        return None
    from tourdesk.status import House, open_pages

    house = House(parts, clock, partial(disk_of, settings.data))
    try:
        stack.push_async_callback(await open_pages(house, host, port))
    except OSError as error:
        raise NotStartedError(
            f"TOURDESK_STATUS_PORT: cannot listen on {host}, port {port}: {error.strerror}"
        ) from None
    return house


def sealing(settings: Settings) -> list[bytes]:
    """The agency's key, and behind it those it took the place of."""
    try:
        return secret_keys(settings.data)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "secret.key in it is damaged"
        raise NotStartedError(f"TOURDESK_DATA: the folder cannot be used: {why}") from None


async def _up_to_date(database: Database, settings: Settings, waiting: float | None) -> None:
    """A server that does not let us in is the operator's; its message may name a password."""
    if cut_short(settings.database_url):
        raise NotStartedError("TOURDESK_DATABASE: the file is cut short; restore the last backup")
    try:
        # To look takes no time: nobody waits long on a line that is dead. To migrate may.
        if not (database.shared and await database.reached(database.is_up_to_date, waiting)):
            await database.reached(database.migrate, waiting, long=True)
    except Exception as error:
        raise NotStartedError(
            f"TOURDESK_DATABASE: the database cannot be opened ({name_of(error)})"
        ) from error


async def _fits(database: Database, settings: Settings, *, had_key: bool) -> None:
    """Before anything is written with a key that does not belong to it."""
    try:
        await database.run(lambda unit: unit.secrets.must_fit())
    except WrongKey:
        if not had_key:
            (settings.data / KEY).unlink()
        wrong = "is not the one this database was sealed with" if had_key else "is missing"
        raise NotStartedError(f"TOURDESK_DATA: {KEY} in this folder {wrong}; bring the right one") from None


async def _stages_fit(database: Database, agency: Agency) -> None:
    """A deal at a step the file of stages does not have could neither be shown nor moved."""
    steps = await database.read(lambda unit: unit.vitals.open_steps())
    if lacking := sorted(step for step in steps if not agency.pipeline.has(step)):
        raise NotStartedError(
            f"TOURDESK_PIPELINE: the file of stages lacks steps at which open deals stand: {', '.join(lacking)}"
        )


async def _time_of(database: Database, stack: AsyncExitStack) -> Clock:
    """Of several machines' clocks one is right for all: the database's."""
    clock = DatabaseClock(database)
    await database.reached(clock.set)
    keeping = asyncio.create_task(clock.keep(), name="clock")
    stack.callback(keeping.cancel)
    return clock


async def _introduced(scheduler: "SchedulerProgram") -> None:
    from telegram.error import InvalidToken

    try:
        await scheduler.open()
    except InvalidToken:  # its message holds the token
        raise NotStartedError(UNKNOWN_TOKEN) from None


async def _opened(bot: "BotProgram") -> None:
    from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError

    try:
        await bot.open()
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise NotStartedError(UNKNOWN_TOKEN) from None


async def _receive(bot: "BotProgram", settings: Settings, sealing: bytes, stack: AsyncExitStack) -> None:
    """By webhook when an address is set, else by polling."""
    if settings.webhook_url is None:
        bot.poll(one_of_many=settings.shared)
        return
    secret = settings.webhook_secret
    # The same in every process that has this key: Telegram knows one.
    told = secret.get_secret_value() if secret else hmac.digest(sealing, b"webhook", "sha256").hex()
    host, port = settings.webhook_host, settings.webhook_port
    from aiogram.exceptions import TelegramBadRequest

    try:
        stop = await bot.listen(settings.webhook_url, told, host, port)
    except OSError as error:
        raise NotStartedError(
            f"TOURDESK_WEBHOOK_PORT: cannot listen on {host}, port {port}: {error.strerror}"
        ) from None
    except TelegramBadRequest as error:
        raise NotStartedError(f"TOURDESK_WEBHOOK_URL: {error.message}") from None
    stack.push_async_callback(stop)
