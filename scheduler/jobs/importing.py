"""Importing clients: files that were sent are read in a child process, and their rows taken over a few at a time.

One import after the other, whoever runs it. Between two transactions it rests for longer than one takes: people's answers
come first. What was done is written with the rows themselves, so whoever goes on after a kill does each of them once.
"""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from datetime import datetime
from functools import partial
from time import monotonic
from typing import TypeVar

import structlog

from domain.entities.client_imports import ClientImport, ImportState, ReadRow
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from domain.usecases.client_imports.doing import import_some
from domain.usecases.client_imports.reading import all_read, judge
from domain.usecases.client_imports.sending import cannot_be_read, looked
from domain.usecases.client_imports.undoing import forget_rows, long_done, undo_some
from domain.values.refusals import Refusal
from imports.client_rows import Reading, clients
from imports.layouts import layout_of, sample_of, table_of
from imports.reader import portions, read_whole
from imports.rows import IN_A_CHAT
from imports.tables import counts, looks
from ops.fault_points import passing
from scheduler.agency_desk import AgencyDesk
from scheduler.delivery.telegram_line import Line
from scheduler.jobs.import_progress import ImportProgress
from storage import Database, SqlUnit
from storage.crypto.files import FileStore
from storage.forgetting import sent_once

T = TypeVar("T")
log = structlog.get_logger()

HELD = 60.0
"""Seconds the lease lasts."""

JUDGED = 50
"""Rows held against our files in one transaction."""

REST = 2.0
"""So many times as long as a portion took, nothing is done."""


class ImportJob:
    """Of one scheduler."""

    def __init__(
        self,
        database: Database,
        line: Line,
        agency: CurrentAgency,
        clock: Callable[[], datetime],
        tokens: Callable[[], str],
        files: FileStore,
        stopping: Callable[[], bool] = lambda: False,
        rest: float = REST,
    ) -> None:
        self._database = database
        self._desk = AgencyDesk(agency, clock, tokens)
        self._files = files
        self._name = tokens()[:40]
        self._stopping = stopping
        self._rest = rest
        self._ours_until = 0.0
        self._progress = ImportProgress(line, self._at_desk)

    async def look(self) -> int:
        """Goes on with what is to be done until nothing is; how many portions it did."""
        done = 0
        while not self._stopping() and (one := await self._mine()) is not None:
            done += 1
            try:
                await self._go_on(one)
            except Refusal as refusal:
                number, why = one.id, refusal
                log.info("import refused", client_import=number, why=why.kind)
                await self._at_desk(lambda desk: cannot_be_read(desk, number, why))  # noqa: B023
        await self._leave()
        return done

    async def forget(self) -> int:
        """What files said that nobody can take back any more: the file first, so that a kill leaves none behind."""
        old = await self._at_desk(long_done)
        for number, name in old:
            if name is not None and await self._database.read(partial(_sent_once, name)):
                await self._files.remove(name)
            await self._at_desk(lambda desk: forget_rows(desk, number))  # noqa: B023
        return len(old)

    async def _mine(self) -> ClientImport | None:
        """The first that is at work; None while another scheduler has it."""
        found = await self._database.read(lambda unit: unit.repositories.client_imports.at_work())
        if found is None or not await self._held():
            return None
        return found

    async def _held(self) -> bool:
        """Whether it is ours; asked anew when a third of its time is over."""
        if monotonic() < self._ours_until:
            return True
        began = monotonic()
        taken = await self._database.run(lambda unit: unit.leases.take("imports", self._name, HELD))
        self._ours_until = began + HELD / 3 if taken else 0.0
        return taken

    async def _leave(self) -> None:
        """Another scheduler goes on at once, when this one ends."""
        if self._ours_until:
            self._ours_until = 0.0
            await self._database.run(lambda unit: unit.leases.leave("imports", self._name))

    async def _go_on(self, one: ClientImport) -> None:
        match one.state:
            case ImportState.LOOKING:
                await self._look_at(one)
            case ImportState.READING:
                await self._read(one)
            case ImportState.IMPORTING:
                await self._some(one, import_some)
            case ImportState.UNDOING:
                await self._some(one, undo_some)

    async def _look_at(self, one: ClientImport) -> None:
        content = await self._content(one)
        [table] = await read_whole(content, looks, IN_A_CHAT, one.layout.get("encoding"))
        layout, sample = layout_of(table), sample_of(table)
        try:
            layout["rows"] = max(await read_whole(content, counts, table, IN_A_CHAT))
        except Refusal as refusal:
            why = refusal
            await self._at_desk(lambda desk: cannot_be_read(desk, one.id, why, layout, sample))
            return
        await self._at_desk(lambda desk: looked(desk, one.id, layout, sample))

    async def _read(self, one: ClientImport) -> None:
        table = table_of(one.layout)
        profile, today = await self._at_desk(lambda desk: (desk.agency.profile, desk.today))
        reading = Reading(one.columns, profile.region, one.by.person.language, today)
        content = await self._content(one)
        async with aclosing(portions(content, clients, table, reading, IN_A_CHAT, one.read_upto)) as coming:
            async for portion in coming:
                for start in range(0, len(portion), JUDGED):
                    if not await self._judge(one, portion[start : start + JUDGED]):
                        return
                if self._stopping() or not await self._held():
                    return
        await self._at_desk(lambda desk: all_read(desk, one.id))
        await self._progress.end(one.id)

    async def _judge(self, one: ClientImport, rows: list[ReadRow]) -> bool:
        wanted = await self._restfully(lambda desk: judge(desk, one.id, rows))
        await self._progress.show(one.id)
        return wanted

    async def _some(self, one: ClientImport, go_on: Callable[[Desk, int], int]) -> None:
        while await self._restfully(lambda desk: go_on(desk, one.id)):
            passing("rows_imported")
            await self._progress.show(one.id)
            if self._stopping() or not await self._held():
                return
        await self._progress.end(one.id)

    async def _content(self, one: ClientImport) -> bytes:
        """Raises Refusal: table_unreadable."""
        found = await self._files.find(one.file.content_hash)
        if found is None:
            raise Refusal("table_unreadable")
        return found

    async def _restfully(self, work: Callable[[Desk], T]) -> T:
        began = monotonic()
        done = await self._at_desk(work)
        await asyncio.sleep((monotonic() - began) * self._rest)
        return done

    async def _at_desk(self, work: Callable[[Desk], T]) -> T:
        return await self._database.run(lambda unit: work(self._desk(unit)))


def _sent_once(name: str, unit: SqlUnit) -> bool:
    return sent_once(unit.session, name)
