"""Copies of clients' data: what was asked for is put together beside everything else, and cleared away a day later.

Killed at whatever moment, it is put together again: the same bytes, under the same names, told of once.
"""

import json
from asyncio import to_thread
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog

from domain.entities.clients import Client
from domain.entities.data_copies import KEPT_FOR, DataCopy
from domain.entities.travellers import Relation
from domain.usecases.own_data.copies import copy_cleared, copy_made
from domain.values.money import Money
from domain.values.text import file_name
from locales import Voice
from locales.terms.own_data import COLUMNS, TABLES
from papers.own_data import in_parts, packed
from scheduler.jobs.context import JobContext
from storage import SqlUnit
from storage.client_data import export
from storage.client_data.acting import Row
from storage.crypto.files import FileStore

log = structlog.get_logger()

DATA = "data.json"
MOST_TOLD = 10_000
"""Entries of a deal's history that are looked at."""
_ENTERED = {"traveller_added", "traveller_changed"}


@dataclass(frozen=True)
class Wanted:
    """A copy to be put together: what is told, in the words of whoever gets it, and which files go with it."""

    number: int
    asked_at: datetime
    told: bytes
    files: list[tuple[str, str]]
    """(name, name in our store)."""
    sizes: list[int]


async def copy_data(context: JobContext) -> int:
    """One copy a look, and what is to be cleared away."""
    if context.files is None:
        return 0
    cleared = await _clear(context, context.files)
    wanted = await context.database.read(lambda unit: _wanted(context, unit))
    if wanted is None:
        return cleared
    parts = [await _part(context.files, wanted, some) for some in enumerate(in_parts(wanted.sizes))]
    await context.database.run(lambda unit: copy_made(context.desk(unit), wanted.number, parts))
    log.info("copy of data made", copy=wanted.number, parts=len(parts))
    return cleared + 1


async def _part(files: FileStore, wanted: Wanted, some: tuple[int, list[int]]) -> str:
    """One ZIP in our store, whose name is given; a file that cannot be read any more is left out, which the log tells."""
    number, places = some
    inside = [(DATA, wanted.told)] if number == 0 else []
    for place in places:
        name, stored = wanted.files[place]
        content = await files.find(stored)
        if content is not None:
            inside.append((f"files/{place + 1:03}-{name}", content))
    return await files.put(await to_thread(packed, inside, wanted.asked_at))


async def _clear(context: JobContext, files: FileStore) -> int:
    old = await context.database.read(
        lambda unit: [
            (one.id, list(one.parts))
            for one in unit.repositories.data_copies.to_clear(context.clock() - KEPT_FOR)
        ]
    )
    for number, parts in old:
        for part in parts:
            await files.remove(part)
        await context.database.run(lambda unit: copy_cleared(context.desk(unit), number))  # noqa: B023
    return len(old)


def _wanted(context: JobContext, unit: SqlUnit) -> Wanted | None:
    for copy in unit.repositories.data_copies.to_make(1):
        rows = export(unit.session, copy.client.id)
        kept = [row for row in rows.get("stored_files", ()) if row["content_hash"]]
        voice = Voice.at(context.desk(unit), copy.to.language)
        return Wanted(
            copy.id,
            copy.asked_at,
            _told(copy, _without_others(unit, copy, rows), voice),
            [(_safe(row["name"]), row["content_hash"]) for row in kept],
            [row["size"] for row in kept],
        )
    return None


def _without_others(unit: SqlUnit, copy: DataCopy, rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Passport numbers of others only where the client has told us them: some a colleague had from elsewhere."""
    told = _told_by(unit, copy.client)
    for traveller in rows.get("travellers", ()):
        if traveller["relation"] is not Relation.SELF and traveller["name"] not in told:
            traveller["passport"] = None
    return rows


def _told_by(unit: SqlUnit, client: Client) -> set[str]:
    """The names of travellers whom the client entered or changed."""
    if client.person is None:
        return set()
    entries = [
        entry
        for deal in unit.repositories.deals.of(client)
        for entry in unit.repositories.history.of("deal", deal.id, MOST_TOLD)
    ]
    theirs = (one for one in entries if one.actor_person_id == client.person.id and one.what in _ENTERED)
    return {str(one.facts.get("name")) for one in theirs}


def _safe(name: str) -> str:
    """With the end it came with, if it has one."""
    stem, dot, end = name.rpartition(".")
    return file_name(stem, end) if dot and end.isalnum() else file_name(name, "bin")


def _told(copy: DataCopy, rows: Mapping[str, list[dict[str, Any]]], voice: Voice) -> bytes:
    told = {
        voice.plain(TABLES[name]) if name in TABLES else name: [_row(row, voice) for row in some]
        for name, some in rows.items()
    }
    whole = {"asked_at": copy.asked_at.isoformat(), **told}
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_plain).encode()


def _row(row: Mapping[str, Any], voice: Voice) -> dict[str, Any]:
    """Without what is empty; amounts as one reads them."""
    facts = {name: value for name, value in row.items() if value is not None and name not in _OURS}
    currency = facts.pop("currency", None)
    for minor, called in _AMOUNTS.items():
        if minor in facts:
            amount = facts.pop(minor)
            facts[called] = str(Money(amount, currency)) if currency else amount
    return {voice.plain(COLUMNS[name]) if name in COLUMNS else name: value for name, value in facts.items()}


_AMOUNTS = {"minor": "amount", "price_minor": "price", "deposit_minor": "deposit"}
_OURS = {"content_hash"}
"""Names that say nothing to anybody else."""


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
