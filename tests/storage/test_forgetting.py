"""Whoever is forgotten stands nowhere any more: all tables are searched as they are, and the store of files."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from domain.entities.interactions import Said
from domain.notices.deals import DEAL_ASSIGNED
from domain.usecases.clients import messages
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.usecases.own_data.forgetting import forget_client
from domain.values.refusals import Refusal
from scheduler.jobs.forgetting import Forgetting
from storage import Database, FileStore, SqlUnit
from storage.audit.verifying import Verification
from storage.crypto.sealing import Keys
from storage.mapping import metadata
from tests.rights.agency import prepare
from tests.rights.undoing import desk_of, kept
from tests.world import AGENCY, NOON

PERSONAL = (
    "Anna Rosewater",
    "+359888000014",
    "Quillfeather",
    "Ivan Smith",
    "Second Traveller",
    "quiet room",
    "Osterhase",
)
"""What is Anna's alone in the prepared agency."""
STAYS = {
    ("inquiries", "Osterhase"): "what people ask for is counted",
    ("own_items", "Osterhase"): "the agency's own list",
}


class Context:
    """As much of a scheduler's as forgetting asks for."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.files = FileStore("memory:///", Keys(AGENCY.secret))
        self.now = NOON

    def clock(self) -> Any:
        return self.now

    def desk(self, unit: SqlUnit) -> Any:
        desk = desk_of(unit)
        desk.now = self.now
        return desk


def everything(unit: SqlUnit) -> dict[str, str]:
    """All tables as they stand in the database; JSON with its letters."""
    rows = {
        name: [tuple(row) for row in unit.session.execute(text(f"SELECT * FROM {name}"))]
        for name in metadata.tables
    }
    return {name: _letters(str(some)) for name, some in rows.items()}


def _letters(told: str) -> str:
    return told.encode().decode("unicode_escape", "ignore") if "\\u" in told else told


def _around(told: str, word: str) -> str:
    return told[max(0, told.index(word) - 60) : told.index(word) + 60]


async def confirmed(database: Database, client: int) -> None:
    """By a colleague, whatever is open."""

    def confirm(desk: Any) -> None:
        forget_client(desk, client).by = desk.archive.staff.active()[0]

    await kept(database, confirm)


async def forget(context: Context, client: int) -> None:
    await confirmed(context.database, client)
    context.now = NOON + timedelta(days=1, minutes=1)
    job = Forgetting()
    while await job.look(context):  # type: ignore[arg-type]
        pass


async def test_no_personal_word_is_left_anywhere_and_the_history_is_proven(database: Database) -> None:
    prepared = await kept(database, prepare)
    await database.run(lambda unit: unit.secrets.must_fit())
    anna = prepared.client

    def says(desk: Any) -> None:
        client = desk.archive.clients.get(anna)
        messages._said(desk, client, Said.NOTE, "Anna Rosewater would like a quiet room")
        lead = desk.archive.staff.get(prepared.own.colleague)
        desk.notify(lead.person, DEAL_ASSIGNED, "told", deal=prepared.own.deal, name="Ivan Smith")

    await kept(database, says)
    await database.run(lambda unit: unit.secrets.seal_history())
    before = await database.read(everything)
    told = [word for word in PERSONAL if any(word in rows for rows in before.values())]
    assert len(told) > 5, "else hardly anything was seeded"

    context = Context(database)
    await forget(context, anna)
    after = await database.read(everything)
    left = [
        f"{name}: …{_around(rows, word)}…"
        for name, rows in after.items()
        for word in PERSONAL
        if word in rows and (name, word) not in STAYS
    ]
    assert "\n".join(left) == ""
    verification = Verification(database)
    while await verification.look_on():
        pass
    assert [str(one) for one in verification.findings if "entry" in str(one) or "count" in str(one)] == []
    assert await context.files.forgotten() == {anna: context.now}


async def test_killed_in_the_middle_it_goes_on_and_ends(database: Database, monkeypatch: Any) -> None:
    prepared = await kept(database, prepare)
    await database.run(lambda unit: unit.secrets.must_fit())
    context, kills = Context(database), iter([1, 2, 3, 4])
    at, steps = next(kills), 0

    def die(_point: str) -> None:
        nonlocal at, steps
        steps += 1
        if steps == at:
            steps, at = 0, next(kills, 0)
            raise KeyboardInterrupt

    monkeypatch.setattr("scheduler.jobs.forgetting.passing", die)
    await confirmed(database, prepared.client)
    context.now = NOON + timedelta(days=2)
    deaths = 0
    for _turn in range(12):
        try:
            await Forgetting().look(context)  # type: ignore[arg-type]
        except KeyboardInterrupt:
            deaths += 1
    assert deaths == 4
    after = await database.read(everything)
    found = {(name, word) for name, rows in after.items() for word in PERSONAL if word in rows}
    assert found <= STAYS.keys()


async def test_a_restored_backup_forgets_them_again_and_no_other(database: Database) -> None:
    prepared = await kept(database, prepare)
    await database.run(lambda unit: unit.secrets.must_fit())
    context = Context(database)
    await context.files.forgot(prepared.client, NOON + timedelta(hours=1))
    await context.files.forgot(prepared.client + 1, NOON - timedelta(days=900))
    await context.files.forgot(987_654, NOON)
    context.now = NOON + timedelta(days=1)
    job = Forgetting()
    while await job.look(context):  # type: ignore[arg-type]
        pass

    def forgotten(unit: SqlUnit) -> list[bool]:
        clients = unit.repositories.clients
        return [clients.itself(prepared.client + more).forgotten_at is not None for more in (0, 1)]

    assert await database.read(forgotten) == [True, False]


async def test_earlier_parts_of_a_file_are_forgotten_with_it_and_it_is_not_taken_apart(
    database: Database,
) -> None:
    prepared = await kept(database, prepare)
    await database.run(lambda unit: unit.secrets.must_fit())
    context = Context(database)
    rosa = prepared.own.same_one
    merge = await kept(database, lambda desk: merge_clients(desk, rosa, prepared.own.same_other).id)
    await forget(context, prepared.own.same_other)
    with pytest.raises(Refusal, match="forgotten_already"):
        await kept(database, lambda desk: take_apart(desk, merge))

    def names(unit: SqlUnit) -> list[str]:
        return [unit.repositories.clients.itself(one).name for one in (rosa, prepared.own.same_other)]

    assert await database.read(names) == ["—", "—"]
