"""`tourdesk verify` and `rotate-key`, and what happens with the wrong key or none."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentKind
from domain.entities.travellers import Relation, Traveller
from ops.process_lock import ProcessLock
from sandbox import Sandbox
from storage import Database, FileStore, SqlUnit
from storage.crypto.sealing import Keys
from tests.power import OnDisk
from tests.running.program import Program
from tests.storage.things import client, deal, keep
from tests.things import a_file
from tourdesk.keys import KEY, exchange, secret_keys

PAPER, SCAN = b"%PDF-1.7 a passport", b"%PDF-1.7 another"


@pytest.fixture
async def settings(sandbox: Sandbox, tmp_path: Path) -> dict[str, str]:
    """Of an agency that has one deal, with Anna's passport."""
    settings = {"token": sandbox.token, "api_url": sandbox.api_url}
    with Program(tmp_path, "owner-link", **settings) as program:
        assert await program.ends() == 0
    database = opened(tmp_path)
    of = client()
    one = deal(of)
    one.travellers.append(Traveller(Relation.SELF, "Anna", passport="AB1234567"))
    await keep(database, of, one)
    await database.run(lambda unit: unit.secrets.seal_history())
    await database.close()
    return settings


def opened(folder: Path) -> Database:
    return Database(f"sqlite+aiosqlite:///{folder / 'data/tourdesk.db'}", Keys(*secret_keys(folder / "data")))


async def told(folder: Path, *words: str, **settings: str) -> tuple[int, list[str]]:
    with Program(folder, *words, **settings) as program:
        code = await program.ends()
    return code, program.output.splitlines()


async def test_all_as_written_or_what_is_not(settings: dict[str, str], tmp_path: Path) -> None:
    code, lines = await told(tmp_path, "verify", **settings)
    assert code == 0
    assert lines[-1].startswith("1 files, 1 rows, all as written (0 not sealed yet;")

    with closing(sqlite3.connect(tmp_path / "data/tourdesk.db")) as tampering:
        tampering.execute("UPDATE history SET actor = 'Nobody'")
        tampering.execute("UPDATE travellers SET deal_id = 77")
        tampering.commit()
    code, lines = await told(tmp_path, "verify", **settings)
    assert code == 1
    assert lines[0] == "invitation 1, entry 1, the 1. of its file: changed since it was written"
    assert lines[1] == "travellers 1: its deal_id is not there"
    assert "2 things not as written" in lines[2]


async def test_a_wrong_or_missing_key_is_one_line(settings: dict[str, str], tmp_path: Path) -> None:
    key = tmp_path / "data/secret.key"
    right = key.read_text()
    for command in ("run", "verify", "rotate-key"):
        key.write_text("ab" * 32)
        code, lines = await told(tmp_path, command, **settings)
        assert (code, len(lines)) == (2, 1), lines
        assert lines[0].startswith("TOURDESK_DATA: secret.key ")
        assert "is not the one this database was sealed with" in lines[0]
        key.unlink()
        code, lines = await told(tmp_path, command, **settings)
        assert (code, len(lines)) == (2, 1), lines
        assert "secret.key" in lines[0]
        assert not key.exists()
    key.write_text(right)
    key.chmod(0o644)
    assert (await told(tmp_path, "verify", **settings))[0] == 0
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.parent.stat().st_mode & 0o777 == 0o700


async def test_files_are_sealed_anew_with_the_key(settings: dict[str, str], tmp_path: Path) -> None:
    """One under the old key, one in clear, one that is spoiled: named, and in nobody's way."""
    folder, old = tmp_path / "data/files", Keys(*secret_keys(tmp_path / "data"))
    store = FileStore(str(folder), old)
    sealed, clear, spoiled = await store.put(PAPER), hashlib.sha256(SCAN).hexdigest(), "0" * 64
    await store.bring(clear, SCAN)
    await store.bring(spoiled, b"not what was put there")
    sent_at = datetime(2027, 3, 1, tzinfo=UTC)

    def add(unit: SqlUnit) -> None:
        for name in (sealed, clear):
            to = unit.repositories.deals.get(1)
            to.documents.append(Document(to, DocumentKind.PASSPORT, a_file(sent_at, name, name)))

    database = opened(tmp_path)
    await database.run(add)
    await database.close()

    code, lines = await told(tmp_path, "rotate-key", **settings)
    assert code == 0, lines
    assert any(spoiled in line for line in lines)
    database = opened(tmp_path)
    kept = await database.read(
        lambda unit: [one.file.content_hash for one in unit.repositories.deals.get(1).documents]
    )
    await database.close()
    newest_alone = FileStore(str(folder), Keys(secret_keys(tmp_path / "data")[0]))
    assert [await newest_alone.get(name or "") for name in kept] == [PAPER, SCAN]
    assert set(await newest_alone.names()) == {*kept, spoiled}


async def test_the_key_of_a_running_agency_is_not_exchanged(settings: dict[str, str], tmp_path: Path) -> None:
    old = secret_keys(tmp_path / "data")
    running = ProcessLock(f"sqlite+aiosqlite:///{tmp_path / 'data/tourdesk.db'}")
    running.take()
    code, lines = await told(tmp_path, "rotate-key", **settings)
    assert (code, lines) == (2, ["TOURDESK_DATABASE: the agency is running; stop it first"])
    assert secret_keys(tmp_path / "data") == old
    running.release()
    assert (await told(tmp_path, "rotate-key", **settings))[0] == 0
    assert secret_keys(tmp_path / "data")[1:] == old


def test_a_new_key_is_there_when_the_power_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it seals is: without it nothing could be read."""
    data = tmp_path / "data"
    for making in (secret_keys, exchange):
        disk = OnDisk(monkeypatch)
        making(data)
        assert disk.holds(tmp_path, data, data / KEY)


async def test_an_exchanged_key_opens_and_proves_what_the_old_one_did(
    settings: dict[str, str], tmp_path: Path
) -> None:
    old = secret_keys(tmp_path / "data")
    code, lines = await told(tmp_path, "rotate-key", **settings)
    assert code == 0, lines
    new = secret_keys(tmp_path / "data")
    assert new[1:] == old

    newest_alone = Database(f"sqlite+aiosqlite:///{tmp_path / 'data/tourdesk.db'}", Keys(new[0]))

    def passport(unit: SqlUnit) -> str | None:
        found: Deal = unit.repositories.deals.with_passport("AB1234567")[0]
        return found.travellers[0].passport

    assert await newest_alone.read(passport) == "AB1234567"
    await newest_alone.close()
    code, lines = await told(tmp_path, "verify", **settings)
    assert code == 0, lines
