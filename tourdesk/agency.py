"""The composition root: one agency, its parts joined and running on one clock."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from domain.entities.people import Role
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from domain.usecases.staff.staffing import invite
from scheduler.agency_desk import AgencyDesk
from storage import Database, SqlUnit
from tourdesk.settings import Settings
from tourdesk.start.setup import Setup, set_up
from tourdesk.start.status import start_status
from tourdesk.start.storage import agreed_clock, lock_database_file, open_storage
from tourdesk.wall_clock import Clock, real_time
from tourdesk.watchdog import Watchdog

if TYPE_CHECKING:
    from web.server import WebDoors

BOTH = frozenset({"bot", "scheduler"})


@dataclass
class RunningAgency:
    """An agency at work."""

    agency: CurrentAgency
    database: Database
    clock: Clock
    username: str = ""

    @cached_property
    def _desk(self) -> AgencyDesk:
        return AgencyDesk(self.agency, self.clock, secrets.token_urlsafe)

    def desk(self, unit: SqlUnit) -> Desk:
        """The agency's own desk."""
        return self._desk(unit)

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
    doors: "WebDoors | None" = None,
) -> AsyncIterator[RunningAgency]:
    """Opens the database and starts the parts; on the way out they finish what is under way.

    `every` is the scheduler's tick in seconds. Only the parts that run are imported: aiogram takes seconds.
    `doors` are those that somebody else listens for already.
    """
    async with AsyncExitStack() as stack:
        setup = set_up(settings, parts, stack)
        lock_database_file(setup)
        status = await start_status(setup, clock)
        database = await open_storage(setup)
        status.database = database
        clock = await agreed_clock(setup, database, clock)
        at_work = RunningAgency(setup.agency, database, clock)
        if "scheduler" in parts:
            from tourdesk.start.scheduler import start_scheduler

            await start_scheduler(setup, database, clock, every)
        if "bot" in parts:
            from tourdesk.start.bot import receive_updates, start_bot

            bot = await start_bot(setup, database, clock)
            status.username = at_work.username = bot.username
            doors = await _doors(setup, database, clock, doors)
            await receive_updates(setup, bot, doors)
        if parts:
            _start_watchdog(stack)
        yield at_work


async def _doors(
    setup: Setup, database: Database, clock: Clock, given: "WebDoors | None"
) -> "WebDoors | None":
    """With the bot, when a port is set or they are there already."""
    if given is None and setup.settings.web_port is None:
        return None
    from tourdesk.start.web import doors_of, open_doors

    doors = given or doors_of(setup.settings)
    await open_doors(setup, database, clock, doors)
    return doors


def _start_watchdog(stack: AsyncExitStack) -> None:
    """Last: to load everything holds up the loop, while nobody waits for it."""
    watchdog = Watchdog()
    watchdog.start()
    stack.callback(watchdog.stop)
