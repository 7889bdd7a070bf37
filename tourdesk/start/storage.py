"""The step of the database: locked for this process, migrated, and held against the keys and the stages."""

import asyncio
import secrets
from contextlib import suppress

from domain.entities.pipeline import DEFAULT, PIPELINE, SHIPPED, Pipeline
from domain.entities.profile import PROFILE
from domain.ports.desk import Desk
from domain.usecases.settings.defining import first_value
from domain.values.refusals import Refusal
from ops.database_file import cut_short
from ops.process_lock import AlreadyLocked, ProcessLock
from ops.retrying import name_of
from papers.press import close_press
from scheduler.agency_desk import AgencyDesk
from storage import Database
from storage.crypto.secrets import WrongKey
from tourdesk.database_clock import DatabaseClock
from tourdesk.keys import KEY
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.start.setup import Setup
from tourdesk.wall_clock import Clock, real_time

ONE_COMMAND = 5.0
"""Seconds somebody at the command line waits for the database; whoever runs for months waits as long as it takes."""


def lock_database_file(setup: Setup) -> None:
    """On SQLite one process runs the agency: two would each believe that every user's queue is theirs."""
    if not setup.parts:
        return
    lock = ProcessLock(setup.settings.database_url)
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
    setup.stack.callback(lock.release)


async def open_storage(setup: Setup) -> Database:
    """Up to date, and ours. Raises NotStartedError."""
    database = Database(setup.settings.database_url, setup.keys)
    setup.stack.push_async_callback(database.close)
    setup.stack.push_async_callback(close_press)
    waiting = None if setup.parts else ONE_COMMAND
    await _up_to_date(database, setup, waiting)
    await database.reached(lambda: _fits(database, setup), waiting)
    await database.reached(lambda: _settled(database, setup), waiting)
    return database


async def agreed_clock(setup: Setup, database: Database, clock: Clock) -> Clock:
    """Of several machines' clocks one is right for all: the database's."""
    if not setup.settings.shared or clock is not real_time:
        return clock
    agreed = DatabaseClock(database)
    await database.reached(agreed.set)
    keeping = asyncio.create_task(agreed.keep(), name="clock")
    setup.stack.callback(keeping.cancel)
    return agreed


async def _up_to_date(database: Database, setup: Setup, waiting: float | None) -> None:
    """A server that does not let us in is the operator's; its message may name a password."""
    if cut_short(setup.settings.database_url):
        raise NotStartedError("TOURDESK_DATABASE: the file is cut short; restore the last backup")
    try:
        # To look takes no time: nobody waits long on a line that is dead. To migrate may.
        if not (database.shared and await database.reached(database.is_up_to_date, waiting)):
            await database.reached(database.migrate, waiting, long=True)
    except Exception as error:
        raise NotStartedError(
            f"TOURDESK_DATABASE: the database cannot be opened ({name_of(error)})"
        ) from error


async def _fits(database: Database, setup: Setup) -> None:
    """Before anything is written with a key that does not belong to it."""
    try:
        await database.run(lambda unit: unit.secrets.must_fit())
    except WrongKey:
        if not setup.had_key:
            (setup.settings.data / KEY).unlink()
        wrong = "is not the one this database was sealed with" if setup.had_key else "is missing"
        raise NotStartedError(f"TOURDESK_DATA: {KEY} in this folder {wrong}; bring the right one") from None


async def _settled(database: Database, setup: Setup) -> None:
    """What the owner has not settled yet is as the environment says; whoever starts knows what is settled."""
    desk_of = AgencyDesk(setup.agency, real_time, secrets.token_urlsafe)
    if setup.parts:
        with suppress(Refusal):  # another process has settled it at the same moment
            await database.run(lambda unit: _first_values(desk_of(unit), setup.settings))
    await database.read(lambda unit: setup.agency.within(unit.repositories))


def _first_values(desk: Desk, settings: Settings) -> None:
    first_value(desk, PROFILE, settings.profile)
    if settings.pipeline != DEFAULT:
        first_value(desk, PIPELINE, Pipeline.read(settings.pipeline), key=SHIPPED)
