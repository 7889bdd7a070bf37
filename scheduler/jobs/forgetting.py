"""Forgetting who is to be forgotten: words out of the history, file by file; then all the rest at once; then files and chat.

Killed at whatever moment, it goes on where it stopped: every step may be done twice.
"""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

import structlog

from domain.entities.forgets import Forget
from domain.usecases.own_data.forgetting import forgotten, goes_ahead, let_grace_begin
from domain.values.refusals import NotFound
from ops.fault_points import passing
from storage import SqlUnit
from storage.crypto.blotting import NotAsWritten
from storage.forgetting import cut_off, entries_about, shred_all, still_used, told_or_never, whose_words

if TYPE_CHECKING:
    from scheduler.jobs.context import JobContext

log = structlog.get_logger()


class Forgetting:
    """Once a start it looks whether a restored backup knows again who was forgotten."""

    def __init__(self) -> None:
        self._looked_back = False

    async def look(self, context: "JobContext") -> int:
        """How many were forgotten, or are farther than before."""
        if not self._looked_back and context.files is not None:
            known = await context.files.forgotten()
            await context.database.run(lambda unit: _once_more(context, unit, known))
            self._looked_back = True
        return await _forget_due(context)


def _once_more(context: "JobContext", unit: SqlUnit, known: dict[int, datetime]) -> None:
    """Whoever is there again since a restore, and no other whose file has the same number by now."""
    for number, at in known.items():
        with suppress(NotFound):
            client = unit.repositories.clients.itself(number)
            if client.forgotten_at is None and client.known_since <= at:
                unit.repositories.forgets.add(Forget(client, at, due_at=context.clock()))


async def _forget_due(context: "JobContext") -> int:
    begun = await context.database.run(lambda unit: let_grace_begin(context.desk(unit)))
    due = await context.database.read(
        lambda unit: [_seen(one) for one in unit.repositories.forgets.due(context.clock())]
    )
    done = 0
    for number, client in due:
        if await context.database.run(lambda unit: goes_ahead(context.desk(unit), number)):  # noqa: B023
            await _forget(context, number, client)
            done += 1
    ended = await _end(context)
    return begun + done + ended


def _seen(forget: Forget) -> tuple[int, int]:
    return forget.id, forget.client.id


async def _forget(context: "JobContext", number: int, client: int) -> None:
    run, read = context.database.run, context.database.read
    persons, names = await read(lambda unit: whose_words(unit.session, client))
    for (subject, thing), entries in (await read(lambda unit: entries_about(unit.session, client))).items():

        def blot(unit: SqlUnit, file: tuple[str, int] = (subject, thing), some: list[int] = entries) -> None:
            unit.secrets.prove_anew(*file)
            unit.secrets.blot(some, persons, names)

        try:
            await run(blot)
        except NotAsWritten as error:
            log.error("history not blotted", subject=subject, number=thing, why=str(error))  # noqa: TRY400
        passing("mid_forgetting")

    def rest(unit: SqlUnit) -> None:
        for entries in entries_about(unit.session, client).values():  # what was written meanwhile
            unit.secrets.blot(entries, persons, names)
        hashes = shred_all(unit.session, client)
        forgotten(context.desk(unit), number, hashes)

    await run(rest)
    log.info("client forgotten", client=client)


async def _end(context: "JobContext") -> int:
    """Files leave our store unless somebody else sent the same; who was told is not known by their chat any more."""
    left = await context.database.read(
        lambda unit: [(one.id, list(one.hashes), one.client.id) for one in unit.repositories.forgets.uncut()]
    )
    ended = 0
    for number, hashes, client in left:
        used = await context.database.read(lambda unit: still_used(unit.session, hashes))  # noqa: B023
        for name in {*hashes} - used if context.files else ():
            await context.files.remove(name)  # type: ignore[union-attr]
        if context.files:
            await context.files.forgot(client, context.clock())
        ended += await context.database.run(lambda unit: _cut(context, unit, number))  # noqa: B023
    return ended


def _cut(context: "JobContext", unit: SqlUnit, number: int) -> int:
    forget = unit.repositories.forgets.locked(number)
    did = bool(forget.hashes)
    forget.hashes = []
    if forget.person is not None and not told_or_never(unit.session, forget):
        return int(did)
    if forget.person is not None:
        person, forget.person = forget.person.id, None
        unit.session.flush()
        cut_off(unit.session, person)
    forget.cut_at = context.clock()
    return 1
