"""The composition root: one agency, its rooms joined and running on one clock."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.desk import Actor, Agency, Desk
from domain.people import Role
from domain.usecases.staffing import invite
from papers.press import close_press
from storage import Database, SqlUnit
from storage.files import FileStore
from tourdesk.keys import secret_key
from tourdesk.settings import Settings

if TYPE_CHECKING:
    from bot.program import BotProgram

Clock = Callable[[], datetime]
BOTH = frozenset({"bot", "scheduler"})


def real_time() -> datetime:
    """The one place of the product that reads the clock on the wall."""
    return datetime.now(UTC)  # noqa: TID251


@dataclass
class RunningAgency:
    """An agency at work."""

    agency: Agency
    database: Database
    clock: Clock
    username: str

    def desk(self, unit: SqlUnit) -> Desk:
        """The agency's own desk."""
        return Desk(Actor(), self.clock(), unit.records, self.agency, secrets.token_urlsafe)

    async def owner_link(self, *, another: bool = False) -> str | None:
        """A one-time link for the first owner; None when there is one already, unless `another` is wanted."""

        def work(unit: SqlUnit) -> str | None:
            if unit.records.invitations.has_owner() and not another:
                return None
            return invite(self.desk(unit), Role.OWNER)

        token = await self.database.run(work)
        return None if token is None else f"https://t.me/{self.username}?start=s_{token}"


@asynccontextmanager
async def running(
    settings: Settings, clock: Clock = real_time, parts: frozenset[str] = BOTH, *, every: float = 1.0
) -> AsyncIterator[RunningAgency]:
    """Opens the database and starts the parts; on the way out they finish what is under way.

    `every` is the scheduler's tick in seconds. Only the parts that run are imported: aiogram takes seconds.
    """
    agency = settings.agency_with(secret_key(settings.data))
    token = settings.token.get_secret_value()
    async with AsyncExitStack() as stack:
        database = Database(settings.database_url)
        stack.push_async_callback(database.close)
        stack.push_async_callback(close_press)
        await database.migrate()
        at_work = RunningAgency(agency, database, clock, "")
        if "scheduler" in parts:
            from scheduler.program import SchedulerProgram

            files = FileStore(str(settings.data / "files"))
            scheduler = SchedulerProgram(
                database, agency, token, settings.api_url, clock, secrets.token_urlsafe, files
            )
            await scheduler.open()
            stack.push_async_callback(scheduler.close)
            scheduler.start(every)
        if "bot" in parts:
            from bot.program import BotProgram, telegram

            bot = BotProgram(
                telegram(token, settings.api_url), database, agency, clock, secrets.token_urlsafe
            )
            stack.push_async_callback(bot.close)
            await bot.open()
            at_work.username = bot.username
            await _receive(bot, settings, stack)
        yield at_work


async def _receive(bot: "BotProgram", settings: Settings, stack: AsyncExitStack) -> None:
    """By webhook when an address is set, else by polling."""
    if settings.webhook_url is None:
        bot.poll()
        return
    secret = settings.webhook_secret
    told = secret.get_secret_value() if secret else secrets.token_urlsafe(32)
    stop = await bot.listen(settings.webhook_url, told, settings.webhook_host, settings.webhook_port)
    stack.push_async_callback(stop)


async def until_stopped() -> None:
    """Returns on SIGINT or SIGTERM."""
    import signal

    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    await stopped.wait()
