"""The crowd's own ledger: what they said and were told, and whether the database holds each of it, once."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Column, func, select

from storage import Database, FileStore, SqlUnit
from storage.mapping import documents, inbox, inquiries, interactions, notices, payments

_WRITTEN: dict[str, Column[object]] = {
    "inquiries": inquiries.c.destination,
    "interactions": interactions.c.text,
    "payments": payments.c.minor,
}
_DONE = {"done", "sent", "dropped"}


@dataclass
class Ledger:
    """Kept by those who talk: nothing of it comes from the program."""

    updates: set[int] = field(default_factory=set)
    """Numbers of all that Telegram had for the bot."""
    traces: list[tuple[str, str]] = field(default_factory=list)
    pins: Counter[int] = field(default_factory=Counter)
    """How often each chat was shown the place of departure."""
    notices: int = 0
    """Messages said unasked."""


@dataclass(frozen=True)
class Balance:
    """What became of all that."""

    lost: list[str]
    repeated: int
    undone: dict[str, int]
    kept: dict[str, int]


def undone(unit: SqlUnit) -> dict[str, int]:
    """What the database says is not done: updates waiting or set aside, notices waiting or failed, files elsewhere."""
    found: dict[str, int] = {}
    for table in (inbox, notices):
        rows = unit.session.execute(select(table.c.state, func.count()).group_by(table.c.state))
        found |= {f"{table.name} {state}": number for state, number in rows if state not in _DONE}
    unfetched = len(unit.repositories.files.to_fetch(1000))
    return found | ({"files to fetch": unfetched} if unfetched else {})


async def balanced(ledger: Ledger, database: Database, store: FileStore, told: int) -> Balance:
    """`told` is how many chats must have been shown the place of departure. Each photo is opened and read."""
    names = await database.read(lambda unit: list(unit.session.scalars(select(documents.c.content_hash))))
    photos = [hashlib.sha256(await store.get(name)).hexdigest() for name in names if name is not None]

    def compare(unit: SqlUnit) -> Balance:
        taken_in = set(unit.session.scalars(select(inbox.c.update_id)))
        lost = [f"update {number}" for number in ledger.updates - taken_in]
        kept, repeated = {"updates": len(taken_in)}, 0
        written = {table: unit.session.scalars(select(column)).all() for table, column in _WRITTEN.items()}
        for table, values in (written | {"documents": photos}).items():
            wanted = {what for where, what in ledger.traces if where == table}
            there = Counter(str(value) for value in values)
            lost += [f"{table} {what}" for what in wanted - set(there)]
            repeated += sum(times - 1 for times in there.values())
            kept[table] = len(there)
        sent = unit.session.scalar(select(func.count()).where(notices.c.state == "sent")) or 0
        lost += ["notice"] * (sent - ledger.notices)
        lost += ["departure"] * (told - len(ledger.pins))
        repeated += max(0, ledger.notices - sent) + sum(times - 1 for times in ledger.pins.values())
        return Balance(lost, repeated, undone(unit), kept | {"notices": sent, "departures": len(ledger.pins)})

    return await database.read(compare)
