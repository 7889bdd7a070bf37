"""Moving house: a SQLite agency arrives on PostgreSQL whole, or does not leave."""

import pytest
from sqlalchemy import text

from ops.process_lock import ProcessLock
from storage import SqlUnit
from tests.backups.agencies import House, cards, house, lived_in
from tests.databases import Databases
from tourdesk.backups.moving import move
from tourdesk.not_started import NotStartedError


@pytest.fixture(scope="module")
async def agency(tmp_path_factory: pytest.TempPathFactory) -> House:
    return await lived_in(house(tmp_path_factory.mktemp("here"), None))


async def test_everything_arrives_and_the_next_number_is_free(
    agency: House, postgresql_databases: Databases
) -> None:
    to, told = await postgresql_databases.empty(), await cards(agency)
    moved = await move(agency.settings, to)
    there = House(agency.settings.model_copy(update={"database": to}), agency.secret)

    assert all(each.equal for each in moved)
    assert {each.table: each.here.rows for each in moved}["deals"] == 1
    assert await there.told() == await agency.told()
    assert await cards(there) == told
    with pytest.raises(NotStartedError, match="there is an agency in it"):
        await move(agency.settings, to)
    await postgresql_databases.drop(to)


async def test_a_running_agency_does_not_leave(agency: House, postgresql_databases: Databases) -> None:
    to = await postgresql_databases.migrated()
    running = ProcessLock(agency.settings.database_url)
    running.take()
    with pytest.raises(NotStartedError, match="the agency is running"):
        await move(agency.settings, to)
    running.release()
    assert await move(agency.settings, to), "also to tables that are there and empty"
    await postgresql_databases.drop(to)


async def test_text_that_cannot_be_kept_there_is_named_by_its_row(
    agency: House, postgresql_databases: Databases
) -> None:
    to = await postgresql_databases.empty()

    def spoil(unit: SqlUnit) -> None:
        unit.session.execute(text("UPDATE clients SET name = 'Anna' || char(0) WHERE id = 1"))

    def mend(unit: SqlUnit) -> None:
        unit.session.execute(text("UPDATE clients SET name = 'Anna' WHERE id = 1"))

    await agency.at_desk(spoil)
    with pytest.raises(NotStartedError, match=r"cannot keep .*: clients: 1$"):
        await move(agency.settings, to)
    await agency.at_desk(mend)
    assert await move(agency.settings, to)
    await postgresql_databases.drop(to)


@pytest.mark.parametrize("to", ["sqlite+aiosqlite:///there.db", "postgresql://somebody@host/name"])
async def test_there_is_no_other_place_to_go(agency: House, to: str) -> None:
    with pytest.raises(NotStartedError, match="--to: an address like postgresql"):
        await move(agency.settings, to)


async def test_a_server_that_is_away_is_named_without_its_password(agency: House) -> None:
    with pytest.raises(NotStartedError, match=r"--to: the database cannot be opened \(\w+\)$"):
        await move(agency.settings, "postgresql+asyncpg://olga:secret@127.0.0.1:1/name")
