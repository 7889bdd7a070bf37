"""Importing clients: each row once, however often whoever does it dies; taken back but for those to whom more came; shown."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import func, select

from domain.entities.client_imports import CLIENTS_FILE, ClientImport, ImportState, RowState
from domain.entities.clients import Client
from domain.entities.files import SentFile
from domain.entities.interactions import Interaction, Said
from domain.entities.merging import Merge
from domain.ports.agency import CurrentAgency
from domain.usecases.client_imports.doing import PORTION, start
from domain.usecases.client_imports.undoing import start_undo
from domain.usecases.clients.merging import join_files
from scheduler.jobs import import_progress
from scheduler.jobs.importing import ImportJob
from storage import Database, FileStore, SqlUnit
from storage.crypto.sealing import Keys
from storage.mapping import clients, history
from tests.rights.undoing import kept
from tests.storage.things import client, keep, member
from tests.world import AGENCY, NOON

ROWS = 2 * PORTION + 5
CSV = "Name;Phone;Notes\n" + "".join(f"Client {n};0888 10 {n:04};likes it\n" for n in range(ROWS))


class Line:
    """What was said, and what was written anew."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.edited: list[str] = []

    async def send_message(self, _chat: int, text: str, **_more: Any) -> Any:
        self.sent.append(text)
        return SimpleNamespace(message_id=77)

    async def edit_message_text(self, text: str, **where: Any) -> None:
        assert where["message_id"] == 77
        self.edited.append(text)


class Import:
    """A file that came, and whoever goes on with it."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database, self.line = database, Line()
        self.files = FileStore(str(folder), Keys(b"a secret of the test only"))
        self.number = 0

    async def comes(self, text: str = CSV) -> None:
        name = await self.files.put(text.encode())
        file = SentFile("x", "x", "clients.csv", "text/csv", len(text), is_photo=False).wanted(
            CLIENTS_FILE, NOON
        )
        file.store(name, "text/csv")
        olga = member("Olga")
        await keep(self.database, olga)

        def sent(unit: SqlUnit) -> int:
            one = ClientImport(unit.repositories.staff.get(olga.id), file, NOON, state=ImportState.LOOKING)
            unit.repositories.client_imports.add(one)
            unit.repositories.flush()
            return one.id

        self.number = await self.database.run(sent)

    async def goes_on(self, portions: int = 10**6) -> None:
        """By somebody new, who ends after so many portions."""
        left = iter(range(portions))
        await self.job(lambda: NOON, lambda: next(left, None) is None).look()

    def job(self, clock: Callable[[], datetime], stopping: Callable[[], bool] = lambda: False) -> ImportJob:
        line, tokens = cast("Any", self.line), secrets.token_urlsafe
        return ImportJob(
            self.database, line, CurrentAgency(AGENCY), clock, tokens, self.files, stopping, rest=0
        )

    async def is_started(self) -> None:
        await kept(self.database, lambda desk: start(desk, self.number))

    async def is_undone(self) -> None:
        await kept(self.database, lambda desk: start_undo(desk, self.number))
        await self.goes_on()

    async def counts(self) -> dict[str, int]:
        one = await self.database.read(lambda unit: unit.repositories.client_imports.get(self.number))
        return one.counts

    async def files_there(self) -> int:
        called = select(func.count()).where(clients.c.name.like("Client %"))
        return int(await self.database.read(lambda unit: unit.session.execute(called).scalar_one()))


@pytest.fixture
def imported(database: Database, tmp_path: Path) -> Import:
    return Import(database, tmp_path)


async def test_each_row_is_done_once_whoever_dies(imported: Import) -> None:
    await imported.comes()
    for _ in range(8):
        await imported.goes_on(2)
    assert await imported.counts() == {"new": ROWS}
    await imported.is_started()
    for _ in range(8):
        await imported.goes_on(2)
    assert await imported.counts() == {"made": ROWS}
    assert await imported.files_there() == ROWS
    told = select(func.count()).where(history.c.what == "imported")
    assert await imported.database.read(lambda unit: unit.session.execute(told).scalar_one()) == ROWS


async def test_what_came_meanwhile_is_not_made_twice(imported: Import) -> None:
    await imported.comes()
    await imported.goes_on()
    await keep(imported.database, client("Client 3", "+359888100003"))
    await imported.is_started()
    await imported.goes_on()
    assert await imported.counts() == {"made": ROWS - 1, "left": 1}


async def test_whom_somebody_has_talked_with_stays(imported: Import) -> None:
    await imported.comes()
    await imported.goes_on()
    await imported.is_started()
    await imported.goes_on()

    def talk(unit: SqlUnit) -> None:
        [found] = unit.repositories.clients.with_phone("+359888100007")
        unit.repositories.interactions.add(Interaction(found, Said.CALL, "asked for Ohrid", NOON))

    await imported.database.run(talk)
    await imported.is_undone()
    assert await imported.counts() == {"taken_back": ROWS - 1, "stayed": 1}
    assert await imported.files_there() == 1


async def test_what_is_known_is_filled_in_and_given_back(imported: Import) -> None:
    anna = client("Anna Petrova", "+359888123456")
    await keep(imported.database, anna)
    await imported.comes("Name;Phone;E-mail;Tags\nAnna;0888123456;anna@example.com;vip\n")
    await imported.goes_on()
    await imported.is_started()
    await imported.goes_on()
    assert (await _known(imported, anna)) == ("Anna Petrova", "anna@example.com", ("vip",))
    await imported.is_undone()
    assert (await _known(imported, anna)) == ("Anna Petrova", None, ())
    assert await imported.counts() == {"taken_back": 1}


async def test_a_file_that_was_joined_meanwhile_is_filled_in_where_it_leads(imported: Import) -> None:
    anna, other = client("Anna Petrova", "+359888123456"), client("Anna P", "+359888123499")
    await keep(imported.database, anna, other)
    await imported.comes("Name;Phone;E-mail\nAnna;0888123456;anna@example.com\n")
    await imported.goes_on()
    await kept(imported.database, lambda desk: _joined(desk, anna.id, other.id))
    await imported.is_started()
    await imported.goes_on()
    assert (await _known(imported, other))[1] == "anna@example.com"
    assert (await _known(imported, anna))[1] is None


def _joined(desk: Any, left: int, stays: int) -> Merge:
    files = desk.archive.clients
    return join_files(desk, files.held(left), files.held(stays))


async def _known(imported: Import, one: Client) -> tuple[str, str | None, tuple[str, ...]]:
    found = await imported.database.read(lambda unit: unit.repositories.clients.itself(one.id))
    return found.name, found.email, found.tags


async def test_one_message_shows_how_far_it_is(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_progress, "EVERY", 0.0)
    await imported.comes()
    await imported.goes_on()
    await imported.is_started()
    await imported.goes_on()
    assert imported.line.sent == [f"📇 Импорт № {imported.number}: прочетени редове: {ROWS} от {ROWS}."]
    assert f"📇 Импорт № {imported.number}: {PORTION} от {ROWS} клиенти." in imported.line.edited
    assert imported.line.edited[-1] == f"📇 Импорт № {imported.number}: приключи."


async def test_the_second_waits_for_the_first(imported: Import) -> None:
    await imported.comes()
    first = imported.number
    await imported.comes(CSV.replace("0888 10", "0888 11"))
    await imported.goes_on(1)
    told = await imported.database.read(lambda unit: unit.repositories.client_imports.at_work())
    assert told is not None
    assert told.id == first
    await imported.goes_on()
    assert await imported.counts() == {RowState.NEW.value: ROWS}


async def test_rows_and_file_are_forgotten_after_thirty_days(imported: Import) -> None:
    await imported.comes()
    await imported.goes_on()
    [name] = await imported.files.names()
    assert await imported.job(lambda: NOON + timedelta(days=29)).forget() == 0
    assert await imported.job(lambda: NOON + timedelta(days=31)).forget() == 1
    assert await imported.job(lambda: NOON + timedelta(days=31)).forget() == 0
    assert name not in await imported.files.names()
    rows = await imported.database.read(
        lambda unit: unit.repositories.imported_rows.of_import(imported.number, [*RowState], ROWS)
    )
    assert {(row.facts, row.phone) for row in rows} == {(None, None)}
