"""What is not whole is not called good: the check finds it before anybody relies on it."""

import secrets
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]
from sqlalchemy import create_engine, text

from storage.dump.dump import Digest
from tests.backups.agencies import NIGHT, House, house, lived_in
from tourdesk.backups import NotBackedUpError
from tourdesk.backups.archive import BadArchiveError
from tourdesk.backups.checking import check
from tourdesk.backups.writing import Origin, Written, write_archive
from tourdesk.keys import KEY


@pytest.fixture
async def agency(tmp_path: Path) -> House:
    return await lived_in(house(tmp_path / "here", None))


async def test_a_key_that_does_not_open_the_passports_is_found_at_night(agency: House) -> None:
    key = (agency.data / KEY).read_text()
    (agency.data / KEY).write_text(secrets.token_hex(32))
    with pytest.raises(NotBackedUpError, match="do not open the passports"):
        await agency.made()
    assert not (agency.data / "backups").exists()

    (agency.data / KEY).write_text(key)
    await agency.made()


async def test_a_database_that_does_not_hold_together_is_found_at_night(agency: House) -> None:
    _spoilt(agency, "DELETE FROM trips")
    with pytest.raises(NotBackedUpError, match="references lead nowhere in deals"):
        await agency.made()
    _spoilt(agency, "UPDATE deals SET trip_id = NULL")
    await agency.made()


async def test_what_was_written_badly_is_not_called_good(agency: House, tmp_path: Path) -> None:
    identity = x25519.Identity.generate()
    origin = Origin(agency.settings.database_url, agency.data, "Tourdesk", "4711")
    written = await write_archive(origin, NIGHT, tmp_path / "archive", [identity.to_public()])
    content = written.path.read_bytes()

    async def checked(what: Written) -> None:
        trial = tmp_path / secrets.token_hex(4)
        trial.mkdir()
        await check(what, identity, agency.settings, trial)

    written.path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(BadArchiveError, match="what is on the disk is not what was written"):
        await checked(written)
    written.path.write_bytes(content)
    await checked(written)
    written.tail.tables["clients"] = (2, Digest().sha256)
    with pytest.raises(BadArchiveError, match="says something else of itself"):
        await checked(written)


def _spoilt(agency: House, statement: str) -> None:
    """By a hand that does not know what refers to what."""
    engine = create_engine(f"sqlite:///{agency.data / 'tourdesk.db'}")
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
