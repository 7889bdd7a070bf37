"""Tables grow first and shrink a release later: the program before this one goes on while this one starts."""

from collections.abc import AsyncIterator

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from storage import Database
from storage.carrying_over import carry_over
from storage.mapping.file_columns import COPIED
from storage.migrations import configured, revisions, upgrade
from tests.databases import Databases, on
from tests.upgrades.replay import played
from tests.upgrades.shapes import breaches, shape

RELEASED = "0001"
"""The schema of the release before this one, whose conversation is on record."""


@pytest.fixture
async def url(databases: Databases) -> AsyncIterator[str]:
    empty = await databases.empty()
    yield empty
    await databases.drop(empty)


async def test_the_program_before_this_one_gets_the_same_answers(
    databases: Databases, url: str, database_url: str
) -> None:
    await on(url, lambda connection: upgrade(connection, RELEASED))
    then = await played(RELEASED, url)
    now = await played(RELEASED, database_url)

    assert len(then) > 2_000
    assert sum(map(len, then)) > 2_000
    assert now == then


async def test_what_the_program_before_this_one_wrote_of_files_is_carried_over(database_url: str) -> None:
    await played(RELEASED, database_url)
    database = Database(database_url)
    while await database.run(carry_over):
        pass
    columns = ", ".join(f"d.{column}, f.{name}" for column, name in COPIED.items())
    found = text(f"SELECT {columns} FROM documents d JOIN stored_files f ON f.id = d.stored_file_id")
    rows = await database.read(lambda unit: unit.session.execute(found).all())
    count = await database.read(lambda unit: unit.session.scalar(text("SELECT count(*) FROM documents")))
    await database.close()

    assert len(rows) == count > 0
    assert [row for row in rows if row[::2] != row[1::2]] == []


async def test_a_table_that_shrank_is_noticed_by_the_replay(database_url: str) -> None:
    await on(
        database_url,
        lambda connection: connection.execute(text("ALTER TABLE deals RENAME COLUMN title TO t")),
    )
    with pytest.raises(Exception, match="title"):
        await played(RELEASED, database_url)


async def test_every_revision_only_adds(url: str) -> None:
    scripts = ScriptDirectory.from_config(await on(url, configured))
    await on(url, lambda connection: upgrade(connection, RELEASED))
    before = await on(url, shape)
    for revision in revisions()[revisions().index(RELEASED) + 1 :]:
        await on(url, lambda connection: upgrade(connection, revision))  # noqa: B023
        after = await on(url, shape)
        contracts = getattr(scripts.get_revision(revision).module, "contracts", None)
        if contracts is None:
            assert breaches(before, after) == [], revision
        else:
            assert contracts in revisions()[: revisions().index(RELEASED) + 1], revision
        before = after


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    ("change", "breach"),
    [
        ("DROP TABLE waiting_places", "waiting_places is gone"),
        ("ALTER TABLE notices DROP COLUMN error", "notices.error is gone"),
        ("ALTER TABLE notices RENAME COLUMN error TO fault", "notices.error is gone"),
        ("ALTER TABLE notices ALTER COLUMN error TYPE varchar(10)", "notices.error has another type"),
        ("ALTER TABLE notices ALTER COLUMN error SET NOT NULL", "notices.error may not be empty any more"),
        ("ALTER TABLE notices ADD x integer NOT NULL", "notices.x is new, and may not be left out"),
        ("ALTER TABLE clients ADD UNIQUE (name)", "clients has a new rule (unique) on ('name',)"),
        ("CREATE UNIQUE INDEX i ON clients (name)", "clients has a new rule (unique) on ('name',)"),
        ("ALTER TABLE deals ADD CONSTRAINT c CHECK (seats < 9)", "deals has a new condition c"),
        (
            "ALTER TABLE history ADD FOREIGN KEY (subject_id) REFERENCES deals",
            "history has a new rule (links) on ('subject_id',)",
        ),
        ("ALTER TABLE clients DROP CONSTRAINT pk_clients CASCADE", "clients has another key"),
    ],
)
async def test_what_is_a_breach(database_url: str, change: str, breach: str) -> None:
    before = await on(database_url, shape)
    await on(database_url, lambda connection: connection.execute(text(change)))

    assert breach in breaches(before, await on(database_url, shape))


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE more (id integer PRIMARY KEY)",
        "ALTER TABLE notices ADD x integer",
        "ALTER TABLE notices ADD x integer NOT NULL DEFAULT 7",
        "CREATE INDEX i ON clients (name)",
    ],
)
async def test_what_is_none(database_url: str, change: str) -> None:
    before = await on(database_url, shape)
    await on(database_url, lambda connection: connection.execute(text(change)))

    assert breaches(before, await on(database_url, shape)) == []
