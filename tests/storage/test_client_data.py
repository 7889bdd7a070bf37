"""Everything kept of a client is known: it goes over to another file whole, leaves in an export whole, and is shredded."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import JSON, Text, insert, select
from sqlalchemy.engine import RowMapping

from storage import Database, SqlUnit
from storage.client_data import DATA, NOTHING_OF_CLIENTS, export, repoint, shred
from storage.client_data.declared import belongs_to_client, nothing_of_clients
from storage.engine.columns import Keys, Words
from storage.mapping import inbox, metadata, screens
from tests.memory.clients import NAMING
from tests.rights.agency import Prepared, a_notice_for, prepare
from tests.rights.undoing import kept
from tests.world import NOON

PERSONAL = (
    "Rosewater",
    "+3598880000",
    "Quillfeather",
    "Ivan Smith",
    "Second Traveller",
    "AB1234567",
    "quiet room",
    "Osterhase",
    "aloud",
    "whisper",
)
"""What stands of Anna Rosewater in the prepared agency."""


def test_every_table_says_what_it_holds_of_clients() -> None:
    assert DATA.keys() | NOTHING_OF_CLIENTS.keys() == metadata.tables.keys()
    assert DATA.keys() & NOTHING_OF_CLIENTS.keys() == set()


def test_whatever_refers_to_something_of_a_client_is_of_the_client() -> None:
    """But for the persons that colleagues are, and files that are the agency's own."""
    wrong = {
        (name, link.column.table.name)
        for name in NOTHING_OF_CLIENTS
        for link in metadata.tables[name].foreign_keys
        if link.column.table.name in DATA.keys() - {"persons", "stored_files"}
    }
    assert wrong == set()


def test_whatever_names_a_client_is_repointed() -> None:
    naming = {
        (table.name, link.parent.key)
        for table in metadata.tables.values()
        for link in table.foreign_keys
        if link.column.table.name == "clients"
    }
    assert naming | {("clients", "merged_into")} == {
        (name, data.client) for name, data in DATA.items() if data.client
    }
    assert NAMING.keys() | {"clients"} == {name for name, data in DATA.items() if data.client}, (
        "in memory too"
    )


@pytest.mark.parametrize("name", [name for name, data in DATA.items() if not data.deleted])
def test_free_words_are_shredded_or_it_is_said_why_not(name: str) -> None:
    data = DATA[name]
    free = {column.key for column in data.table.c if isinstance(column.type, Words | Keys | JSON | Text)}

    assert free - data.shred.keys() - data.stays.keys() == set()
    assert {*data.export, *data.shred, *data.stays} <= {column.key for column in data.table.c}
    assert data.shred.keys() & data.stays.keys() == set()
    assert data.opens.keys() <= {*data.export}


def test_a_table_is_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        belongs_to_client("deals", client="client_id")
    with pytest.raises(ValueError, match="declared twice"):
        nothing_of_clients("trips", "what is sold")


async def agency(database: Database) -> tuple[Prepared, int]:
    """With Anna's screen, notice and message; and Mei's number."""
    prepared = await kept(database, prepare)
    anna = prepared.people["client"]
    await kept(database, lambda desk: a_notice_for(desk, prepared, anna))

    def said(unit: SqlUnit) -> int:
        person = unit.repositories.people.get(anna)
        row: dict[str, Any] = {
            "person_id": anna,
            "chat_id": person.telegram_id,
            "revision": 1,
            "view": ["home"],
        }
        row |= {"actions": [], "state": {"name": "Anna Rosewater"}, "opened_at": NOON, "updated_at": NOON}
        unit.session.connection().execute(insert(screens).values(row))
        for number, state in ((1, "done"), (2, "waiting")):
            update = {"update_id": number, "lane": person.telegram_id, "payload": "aloud", "attempts": 1}
            update |= {"received_at": NOON, "state": state}
            unit.session.connection().execute(insert(inbox).values(update))
        mei = unit.repositories.clients.of(unit.repositories.people.get(prepared.people["other_client"]))
        assert mei is not None
        return mei.id

    return prepared, await database.run(said)


def rows(unit: SqlUnit, client: int) -> dict[str, list[RowMapping]]:
    """All rows of the client as they stand in the database."""
    connection = unit.session.connection()
    return {
        name: list(connection.execute(select(data.table).where(data.rows(client))).mappings())
        for name, data in DATA.items()
    }


async def test_all_of_one_client_becomes_anothers(database: Database) -> None:
    prepared, mei = await agency(database)
    anna = prepared.client
    before = await database.read(lambda unit: rows(unit, anna))
    assert all(before[name] for name, data in DATA.items() if name != "wrong_links"), before

    done = await database.run(lambda unit: repoint(unit.session, anna, mei))

    left, hers = await database.read(lambda unit: (rows(unit, anna), rows(unit, mei)))
    named = {name for name, data in DATA.items() if data.client and name != "clients"}
    assert {name: sorted(numbers) for name, numbers in done.items()} == {
        name: sorted(row["id"] for row in before[name]) for name in named
    }
    for name in (
        "deals",
        "travellers",
        "payments",
        "documents",
        "inquiries",
        "interactions",
        "waiting_places",
    ):
        assert left[name] == []
        assert {row["id"] for row in hers[name]} == {row["id"] for row in before[name]}
    found = await database.read(lambda unit: unit.repositories.deals.of(unit.repositories.clients.get(mei)))
    assert {deal.id for deal in found} == {row["id"] for row in before["deals"]}


async def test_a_client_gets_everything_that_is_theirs_and_nothing_of_others(database: Database) -> None:
    prepared, mei = await agency(database)

    mine, hers = await database.read(
        lambda unit: (export(unit.session, prepared.client), export(unit.session, mei))
    )

    told = str(mine)
    assert [secret for secret in PERSONAL if secret not in told] == []
    assert "sealed:" not in told
    assert "Mei" not in told
    assert mine["clients"][0]["name"] == "Anna Rosewater"
    assert [row["minor"] for row in mine["payments"]] == [5000, 5000]
    assert hers.keys() == {"clients", "persons"}
    assert [secret for secret in PERSONAL if secret != "+3598880000" and secret in str(hers)] == []


WAYS_TO_ANNA: tuple[Callable[[SqlUnit], int], ...] = (
    lambda unit: len(unit.repositories.clients.search("Anna Rosewater")),
    lambda unit: len(unit.repositories.clients.search("0014")),
    lambda unit: len(unit.repositories.deals.with_passport("AB1234567")),
)


async def test_what_is_shredded_cannot_be_found_and_nobody_else_loses_anything(database: Database) -> None:
    prepared, mei = await agency(database)
    anna = prepared.client
    before = await database.read(lambda unit: rows(unit, mei))
    assert all([await database.read(way) for way in WAYS_TO_ANNA])
    colleagues = await database.read(lambda unit: [one.name for one in unit.repositories.staff.active()])
    sold = await database.read(lambda unit: [*_sales(unit, anna)])

    done = await database.run(lambda unit: shred(unit.session, anna))

    left, hers = await database.read(lambda unit: (rows(unit, anna), rows(unit, mei)))
    sealed = {name: left.pop(name) for name in ("history",)}
    assert [secret for secret in PERSONAL if secret in str(left)] == []
    assert "sealed:" not in str(left)
    assert sealed["history"]
    assert hers == before
    assert done["screens"] == done["notices"] == done["inbox"] == 1
    assert [await database.read(way) for way in WAYS_TO_ANNA] == [0] * 3
    assert await database.read(lambda unit: [*_sales(unit, anna)]) == sold
    assert {paid for _number, paid in sold} == {"50.00 EUR", "0.00 EUR"}
    assert (
        await database.read(lambda unit: [one.name for one in unit.repositories.staff.active()]) == colleagues
    )


def _sales(unit: SqlUnit, client: int) -> Iterator[tuple[int, str]]:
    """Which deals they have, and what was paid on each: that stays in the books."""
    for deal in unit.repositories.deals.of(unit.repositories.clients.get(client)):
        yield deal.id, str(deal.paid)


async def test_an_idea_is_found_by_its_words_until_it_is_shredded(database: Database) -> None:
    prepared, _mei = await agency(database)

    def found(unit: SqlUnit, words: str) -> int:
        return len(unit.repositories.ideas.search(words))

    assert await database.read(lambda unit: (found(unit, "two"), found(unit, "three"))) == (2, 2)
    await database.run(lambda unit: shred(unit.session, prepared.client))
    assert await database.read(lambda unit: (found(unit, "two"), found(unit, "three"))) == (0, 2)
