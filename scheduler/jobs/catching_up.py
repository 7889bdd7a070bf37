"""Conversations catch up with what the release before this one heard and answered, also while it goes on beside us."""

from functools import partial

from domain.usecases.conversations.moving import look_anew
from scheduler.jobs.context import JobContext
from storage import SqlUnit
from storage.kept.conversations import clients_overtaken

AT_ONCE = 50
"""Clients in one transaction."""


async def catch_up(context: JobContext) -> int:
    """Looks through all once, in portions; how many there were. Twice is fine."""
    done, after = 0, 0
    while not context.postman.stopping:
        reached = after
        found = await context.database.read(lambda unit: clients_overtaken(unit, reached, AT_ONCE))  # noqa: B023
        if not found:
            break
        await context.database.run(partial(_look_anew, context, after))
        done, after = done + len(found), found[-1]
    return done


def _look_anew(context: JobContext, after: int, unit: SqlUnit) -> None:
    if not unit.leases.alone_at("catch up with conversations"):
        return
    desk = context.desk(unit)
    for number in clients_overtaken(unit, after, AT_ONCE):
        look_anew(desk, desk.archive.clients.get(number))
