"""A file of 50,000 clients (5,000 without --long): rows a second, memory flat, and answers meanwhile at most 1.1 x as slow.

An answer is a whole step of a conversation, in the process and on the loop where the import works, as in an agency that runs.
"""

import asyncio
import secrets
import tempfile
from statistics import median
from time import perf_counter
from types import SimpleNamespace
from typing import Any, cast

import psutil
from sqlalchemy import text

from bench import prepare
from bench.databases import KINDS, address
from bench.fields import SECRET
from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.events import Event, Sender, command_in
from bot.conversation.exchange import BotProfile
from bot.registry import all_routes
from domain.entities.client_imports import CLIENTS_FILE, ClientImport, ImportState
from domain.entities.files import SentFile
from domain.ports.agency import Agency, CurrentAgency
from scheduler.jobs.importing import ImportJob
from storage import Database, FileStore, SqlUnit
from storage.crypto.sealing import Keys

FEW, MANY = 5_000, 50_000
ANSWERS, BETWEEN, TURNS = 300, 0.005, 8
AIM, MEMORY = 1.1, 40.0
"""Megabytes that a file may add, however long it is."""


async def main(*, long: bool) -> None:
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder, address(kind, folder) as url:
            await prepare.cards(url, [prepare.BORIS])
            database = Database(url, Keys(SECRET))
            if database.shared:
                await database.run(_counts_on)
            await _compare(kind, _Agency(database, f"{folder}/files"), MANY if long else FEW)
            await database.close()


async def _compare(kind: str, agency: "_Agency", rows: int) -> None:
    await agency.answers()
    before = _megabytes()
    await agency.sends(rows)
    quiet_first, meanwhile_first, read = await _in_turns(agency)
    await agency.starts()
    quiet_then, meanwhile_then, taken = await _in_turns(agency)
    quiet, meanwhile = median(quiet_first + quiet_then), median(meanwhile_first + meanwhile_then)
    ratio, more = meanwhile / quiet, _megabytes() - before
    verdict = "as wanted" if ratio <= AIM and more <= MEMORY else "NOT as wanted"
    print(
        f"{kind}: {rows} rows, {rows / read:.0f} a second held against our files, {rows / taken:.0f} taken over;"
        f" p50 of answers {quiet * 1000:.2f} ms, meanwhile {meanwhile * 1000:.2f}: {ratio:.2f} x"
        f" (at most {AIM}); {more:.0f} MB more; progress shown {agency.shown} times: {verdict}",
        flush=True,
    )


async def _in_turns(agency: "_Agency") -> tuple[list[float], list[float], float]:
    """Answers while nothing is imported and meanwhile, again and again, so that what else the machine does meets both alike;
    and the seconds it was at work."""
    quiet: list[float] = []
    meanwhile: list[float] = []
    seconds = 0.0
    while True:
        paused = await agency.answers()
        began = perf_counter()
        importing = asyncio.create_task(agency.job.look())
        busy = await agency.answers() if len(quiet) < TURNS else None
        whole = not importing.done()
        agency.pauses = busy is not None
        await importing
        agency.pauses, seconds = False, seconds + perf_counter() - began
        if busy is not None and (whole or not quiet):
            quiet.append(paused)
            meanwhile.append(busy)
        if not await agency.is_at_work():
            return quiet, meanwhile, seconds


class _Agency:
    """Somebody who looks at a deal again and again, and a file that came."""

    def __init__(self, database: Database, files: str) -> None:
        agency = CurrentAgency(Agency(SECRET))
        identity = Identity(agency, prepare.now, secrets.token_urlsafe)
        self.database, self._files = database, FileStore(files, Keys(SECRET))
        self._dispatcher = Dispatcher(identity, all_routes(), BotProfile("bench_bot", lambda _number: None))
        line = cast("Any", SimpleNamespace(send_message=self._said, edit_message_text=self._said))
        self.shown = 0
        self.pauses = False
        """The import ends after the next portion, and goes on later."""
        tokens = secrets.token_urlsafe
        self.job = ImportJob(database, line, agency, prepare.now, tokens, self._files, lambda: self.pauses)
        self._numbers = iter(range(1, 10**9))
        self._import = 0

    async def _said(self, *_told: Any, **_more: Any) -> Any:
        """How far it is."""
        self.shown += 1
        return SimpleNamespace(message_id=1)

    async def answers(self) -> float:
        """The p50 of some, in seconds."""
        took = []
        for _ in range(ANSWERS):
            await asyncio.sleep(BETWEEN)
            began = perf_counter()
            await self.database.run(self._step)
            took.append(perf_counter() - began)
        return median(took)

    def _step(self, unit: SqlUnit) -> None:
        command, argument = command_in("/deals 1")
        sender = Sender(prepare.BORIS, "Boris", None, "en")
        where = {"private": True, "text": "/deals 1", "command": command, "argument": argument}
        event = Event(next(self._numbers), sender, prepare.BORIS, **cast("Any", where))
        self._dispatcher.dispatch(unit, event)

    async def sends(self, rows: int) -> None:
        lines = (
            f"Client {n} Petrov;+3598{n:08};c{n}@example.com;1985-04-12;vip\n"
            for n in range(10**7, 10**7 + rows)
        )
        content = ("Name;Phone;E-mail;Birthday;Tags\n" + "".join(lines)).encode()
        name = await self._files.put(content)
        sent = SentFile("x", "x", "clients.csv", "text/csv", len(content), is_photo=False)

        def work(unit: SqlUnit) -> int:
            file = sent.wanted(CLIENTS_FILE, prepare.now())
            file.store(name, "text/csv")
            member = unit.repositories.staff.get(1)
            one = ClientImport(member, file, prepare.now(), state=ImportState.LOOKING)
            unit.repositories.client_imports.add(one)
            unit.repositories.flush()
            return one.id

        self._import = await self.database.run(work)

    async def is_at_work(self) -> bool:
        found = await self.database.read(lambda unit: unit.repositories.client_imports.at_work())
        return found is not None

    async def starts(self) -> None:
        def work(unit: SqlUnit) -> None:
            one = unit.repositories.client_imports.locked(self._import)
            one.must_be(ImportState.READY)
            one.state = ImportState.IMPORTING

        await self.database.run(work)


def _counts_on(unit: SqlUnit) -> None:
    """Behind the numbers of what was laid there."""
    for name in ("clients", "deals", "interactions", "history", "screens"):
        unit.session.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), 100000)"))


def _megabytes() -> float:
    return float(psutil.Process().memory_info().rss / 2**20)
