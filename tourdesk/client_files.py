"""`tourdesk import` and `tourdesk export`: clients by file, for files that no chat takes. The same readers, use cases and rows.

It may be done beside a running agency: rows are taken over a few at a time.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

import typer

import bot.handlers.client_imports.refusals as _said  # noqa: F401 (it declares the words)
from bot.conversation.refusals import words_for
from domain.entities.client_exports import ClientFilter, GivenClient
from domain.entities.client_imports import CLIENTS_FILE, ClientImport, ImportState, RowState
from domain.entities.files import StoredFile
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.staff import colleagues
from domain.usecases.client_exports.giving import given
from domain.usecases.client_imports.doing import import_some
from domain.usecases.client_imports.reading import judge
from domain.usecases.client_imports.sending import cancel_unread, looked
from domain.values.refusals import Refusal
from imports.client_files import WRITERS
from imports.client_rows import Reading, clients
from imports.layouts import layout_of, sample_of
from imports.rows import BY_COMMAND
from imports.tables import look
from locales import Voice
from tourdesk.agency import RunningAgency, running
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.wall_clock import real_time

T = TypeVar("T")

JUDGED, GIVEN = 200, 5_000
"""Rows in one transaction."""


async def import_clients(settings: Settings, path: Path, *, dry_run: bool, encoding: str | None) -> None:
    """Says what was found; does it unless that was all that was asked for. Raises NotStartedError."""
    async with running(settings, real_time, frozenset()) as at_work:
        with path.open("rb") as file:
            try:
                number = await _read(at_work, file, path.name, encoding)
            except Refusal as refusal:
                voice = await _at_desk(at_work, _owners_voice)
                raise NotStartedError(f"{path.name}: {voice.plain(words_for(refusal))}") from None
        counts = await _at_desk(at_work, lambda desk: dict(desk.archive.client_imports.get(number).counts))
        for state, count in counts.items():
            typer.echo(f"{state}: {count}")
        if dry_run:
            await _at_desk(at_work, lambda desk: cancel_unread(desk, number))
            return
        await _do(at_work, number)


async def _read(at_work: RunningAgency, file: BinaryIO, name: str, encoding: str | None) -> int:
    """The number of the import, every row of it held against our files. Raises Refusal."""
    table = look(file, BY_COMMAND, encoding)
    if table.columns is None:
        raise Refusal("no_names_in_file")
    layout, sample = layout_of(table), sample_of(table)
    number = await _at_desk(at_work, lambda desk: _begun(desk, name).id)
    await _at_desk(at_work, lambda desk: looked(desk, number, layout, sample))
    reading = await _at_desk(at_work, lambda desk: _reading(desk, number))
    rows = clients(file, table, reading, BY_COMMAND)
    while portion := list(islice(rows, JUDGED)):
        if not await _at_desk(at_work, lambda desk: judge(desk, number, portion)):
            raise Refusal("no_names_in_file")
    await _at_desk(at_work, lambda desk: _is_ready(desk, number))
    return number


def _begun(desk: Desk, name: str) -> ClientImport:
    """An owner's: nobody is asked for a name at the command line."""
    owners = colleagues(desk, Right.IMPORT_CLIENTS, None)
    if not owners:
        raise NotStartedError("Nobody works here yet who may import clients: let the first owner in before.")
    file = StoredFile(
        CLIENTS_FILE, "", "", name, "text/csv", 0, is_photo=False, sent_at=desk.now, refused="read_by_command"
    )
    one = ClientImport(owners[0], file, desk.now, state=ImportState.LOOKING)
    desk.repositories.client_imports.add(one)
    desk.repositories.flush()
    return one


def _reading(desk: Desk, number: int) -> Reading:
    one = desk.archive.client_imports.get(number)
    return Reading(one.columns, desk.agency.region, one.by.person.language, desk.today)


def _is_ready(desk: Desk, number: int) -> None:
    desk.archive.client_imports.locked(number).state = ImportState.READY


async def _do(at_work: RunningAgency, number: int) -> None:
    def start(desk: Desk) -> None:
        desk.archive.client_imports.locked(number).state = ImportState.IMPORTING

    await _at_desk(at_work, start)
    done = 0
    while count := await _at_desk(at_work, lambda desk: import_some(desk, number)):
        done += count
        if done % 1000 < count:
            typer.echo(f"{done} …")
    one = await _at_desk(at_work, lambda desk: desk.archive.client_imports.get(number))
    typer.echo(f"Import #{number}: {one.count(RowState.MADE)} added, {one.count(RowState.FILLED)} filled in.")


async def export_clients(
    settings: Settings,
    path: Path,
    wanted: ClientFilter,
    colleague: str | None = None,
    branch: str | None = None,
) -> None:
    """In as many files as it takes: `clients.csv`, `clients-2.csv` and so on. Raises NotStartedError."""
    kind = path.suffix.lstrip(".").lower()
    if kind not in WRITERS:
        raise NotStartedError(f"{path.name}: write one of {', '.join(WRITERS)} behind the point.")
    async with running(settings, real_time, frozenset()) as at_work:
        voice = await _at_desk(at_work, _owners_voice)
        wanted = await _at_desk(at_work, lambda desk: _named(desk, wanted, colleague, branch))
        count = 0
        async for part, found in _parts(at_work, wanted):
            place = path if part == 1 else path.with_stem(f"{path.stem}-{part}")
            await asyncio.to_thread(place.write_bytes, WRITERS[kind](found, voice))
            typer.echo(f"{place}: {len(found)}")
            count += len(found)
        await _at_desk(at_work, lambda desk: given(desk, wanted, kind, count))


def _named(desk: Desk, wanted: ClientFilter, colleague: str | None, branch: str | None) -> ClientFilter:
    """With the numbers of a colleague and a branch who were named."""
    staff, branches = desk.archive.staff.active(), desk.archive.branches.all()
    by = _number_of(colleague, {one.id: one.name for one in staff}, "colleague")
    of = _number_of(branch, {one.id: one.name for one in branches}, "branch")
    return replace(wanted, responsible=by, branch=of)


def _number_of(named: str | None, known: dict[int, str], what: str) -> int | None:
    """By name or by number. Raises NotStartedError, and says whom it could be."""
    if named is None:
        return None
    found = [number for number, name in known.items() if named in {name, f"{number}"}]
    found = found or [number for number, name in known.items() if name.casefold() == named.casefold()]
    if len(found) != 1:
        among = ", ".join(f"{name} ({number})" for number, name in known.items())
        raise NotStartedError(f"{named}: which {what}? By name or number, one of: {among or 'none'}")
    return found[0]


async def _parts(
    at_work: RunningAgency, wanted: ClientFilter
) -> AsyncIterator[tuple[int, list[GivenClient]]]:
    part, after = 0, 0
    while found := await _part(at_work, wanted, after):
        part, after = part + 1, found[-1].number
        yield part, found


async def _part(at_work: RunningAgency, wanted: ClientFilter, after: int) -> list[GivenClient]:
    """At most a hundred thousand."""
    found: list[GivenClient] = []
    while len(found) < 100_000:
        behind = found[-1].number if found else after
        some = await _at_desk(at_work, lambda desk: desk.archive.given_clients.some(wanted, GIVEN, behind))  # noqa: B023
        found += some
        if len(some) < GIVEN:
            break
    return found


def _owners_voice(desk: Desk) -> Voice:
    owners = colleagues(desk, Right.EXPORT_CLIENTS, None)
    if not owners:
        raise NotStartedError("Nobody works here yet who may export clients.")
    return Voice.at(desk, owners[0].person.language).on_paper()


async def _at_desk(at_work: RunningAgency, work: Callable[[Desk], T]) -> T:
    return await at_work.database.run(lambda unit: work(at_work.desk(unit)))
