"""Working off what was posted from outside: one post in one transaction, in the order they came, with rests between.

People's answers come first. Whoever is killed has done a post or has not: the row says so.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from time import monotonic

import structlog

from domain.usecases.web_posts.keeping import post_failed
from domain.usecases.web_posts.taking import take_post
from ops.fault_points import passing
from ops.transient_errors import is_transient
from scheduler.jobs.context import JobContext
from storage import SqlUnit

log = structlog.get_logger()

AT_ONCE = 50
"""Looked up together."""
REST = 1.0
"""So many times as long as a post took, nothing is done."""


async def take_posts(context: JobContext) -> int:
    """Until nothing waits; how many were taken. Of several schedulers one is at a post at a time."""
    done = 0
    while not context.postman.stopping:
        waiting = await context.database.read(lambda unit: unit.repositories.web_posts.waiting(AT_ONCE))
        taken = await _some(context, waiting)
        done += taken
        if not taken:  # what fails is tried again at the next look
            break
    return done


async def _some(context: JobContext, waiting: Sequence[int]) -> int:
    taken = 0
    for number in waiting:
        if context.postman.stopping:
            break
        taken += await _taken(context, number)
    return taken


async def _taken(context: JobContext, number: int) -> bool:
    began = monotonic()
    try:
        taken = await context.database.run(partial(_take, context, number))
    except Exception as error:
        if is_transient(error):
            raise
        log.exception("web post failed", post=number)
        await context.database.run(lambda unit: post_failed(context.desk(unit), number))
        return False
    passing("after_post_taken")
    await asyncio.sleep((monotonic() - began) * REST)
    return taken


def _take(context: JobContext, number: int, unit: SqlUnit) -> bool:
    taken = take_post(context.desk(unit), number)
    passing("before_post_commit")
    return taken
