"""The step of the scheduler: introduced to Telegram, and looking at its timetable until the end."""

import secrets
from functools import partial

from ops.disk import disk_of
from scheduler.jobs.backing_up import Maker
from scheduler.program import SchedulerProgram
from storage import Database
from tourdesk.backups.child import make_in_child
from tourdesk.not_started import UNKNOWN_TOKEN, NotStartedError
from tourdesk.start.setup import Setup
from tourdesk.wall_clock import Clock


async def start_scheduler(setup: Setup, database: Database, clock: Clock, every: float) -> None:
    """`every` is its tick in seconds."""
    settings = setup.settings
    make_backup: Maker = partial(make_in_child, settings)
    scheduler = SchedulerProgram(
        database,
        setup.agency,
        settings.token.get_secret_value(),
        settings.api_url,
        clock,
        secrets.token_urlsafe,
        setup.files,
        disk=partial(disk_of, settings.data),
        make_backup=make_backup,
    )
    if not settings.shared:  # the file is ours alone: no other process can hold a lease
        await database.run(lambda unit: unit.outbox.release_stale_leases())
    await _introduce(scheduler)
    setup.stack.push_async_callback(scheduler.close)
    scheduler.start(every)


async def _introduce(scheduler: SchedulerProgram) -> None:
    from telegram.error import InvalidToken

    try:
        await scheduler.open()
    except InvalidToken:  # its message holds the token
        await scheduler.close()
        raise NotStartedError(UNKNOWN_TOKEN) from None
