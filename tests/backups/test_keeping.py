"""Where backups are kept: folders, an S3-compatible store, the owner's chat; what is let go and what is not ours."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest
from moto.server import ThreadedMotoServer
from sqlalchemy import create_engine, text

from domain.entities.people import Role
from storage import Database
from tests.backups.agencies import NIGHT, House, house, listed, lived_in
from tests.people import Person
from tests.world import World
from tourdesk.backups import NotBackedUpError
from tourdesk.backups.chat import Chat
from tourdesk.backups.names import BackupName, outlived
from tourdesk.backups.places import BackupPlace, Folder, Store

DAY = timedelta(days=1)
OURS = [str(BackupName("4711", NIGHT - day * DAY, f"{day:064x}")) for day in range(100)]
NOT_OURS = ["holiday.jpg", "tourdesk-4711-notes.txt", str(BackupName("5", NIGHT - 50 * DAY, "ef" * 32))]


def test_only_old_ones_of_ours_are_let_go() -> None:
    gone = outlived([*OURS, *NOT_OURS], "4711", (7, 4, 12))
    assert not set(gone) & {*NOT_OURS, *OURS[:7]}
    assert len(gone) == 100 - 7 - 2 - 3, "seven days, two weeks more, three months more"
    assert outlived([OURS[50]], "4711", (0, 0, 0)) == [], "the newest is never let go"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A store like S3, on this machine."""
    bucket = f"backups-{uuid4()}"
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    for name, value in {
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ALLOW_HTTP": "true",
    }.items():
        monkeypatch.setenv(name, value)
    urlopen(Request(f"http://127.0.0.1:{port}/{bucket}", method="PUT")).close()
    yield f"s3://{bucket}/tourdesk"
    server.stop()


@pytest.fixture(params=["folder", "store"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> BackupPlace:
    if request.param == "folder":
        return Folder(tmp_path / "kept")
    return Store(request.getfixturevalue("bucket"))


async def test_a_place_keeps_lists_and_lets_go(place: BackupPlace, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.write_bytes(os.urandom(1 << 20))
    assert await place.names() == []
    for name in (OURS[0], OURS[1], NOT_OURS[0]):
        await place.put(archive, name)
    await place.remove(OURS[1])
    assert await place.names() == sorted([OURS[0], NOT_OURS[0]])


async def test_a_backup_lies_in_every_place_and_one_that_fails_is_told(bucket: str, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    agency = await lived_in(
        house(tmp_path / "here", None, backup_to=f"{tmp_path / 'kept'}, {bucket}, {blocked / 'below'}")
    )
    made = await agency.made()
    [name] = listed(tmp_path / "kept")
    assert await Store(bucket).names() == [name]
    assert made.place == f"{tmp_path / 'kept'}, {bucket}"
    assert made.trouble == f"{blocked / 'below'}: Not a directory"

    nowhere = House(agency.settings.model_copy(update={"backup_to": str(blocked / "below")}), agency.secret)
    with pytest.raises(NotBackedUpError, match="Not a directory"):
        await nowhere.made()


async def test_litter_of_a_killed_process_is_cleared_away(tmp_path: Path) -> None:
    agency = await lived_in(house(tmp_path, None))
    backups, mine = agency.data / "backups", agency.data / "backups" / ".notes.part"
    backups.mkdir()
    (backups / f".{OURS[3]}.part").write_bytes(b"half")
    mine.write_bytes(b"somebody's")
    (agency.data / ".backup").mkdir()
    (agency.data / ".backup" / "archive").write_bytes(b"half")
    archive = await agency.back_up()
    assert listed(backups) == sorted([mine.name, archive.name])
    assert not (agency.data / ".backup").exists()


async def test_two_at_once_are_one(tmp_path: Path) -> None:
    from tourdesk.backups.making import _scratch

    agency = await lived_in(house(tmp_path, None))
    async with _scratch(agency.data):
        with pytest.raises(NotBackedUpError, match="another backup is being made"):
            await agency.made()
    await agency.made()


async def test_a_photo_that_is_missing_in_the_store_is_told(tmp_path: Path) -> None:
    agency = await lived_in(house(tmp_path, None))
    for file in (agency.data / "files").rglob("*"):
        if file.is_file():
            file.unlink()
    made = await agency.made()
    assert made.trouble == "1 files of documents are missing or spoiled in the store"


async def test_without_a_key_there_is_no_backup(tmp_path: Path) -> None:
    agency = await lived_in(house(tmp_path, None, backup_key=None))
    with pytest.raises(NotBackedUpError, match="there is no key"):
        await agency.made()
    assert not (agency.data / "backups").exists()


async def test_the_owner_gets_it_in_the_chat(world: World, database: Database, tmp_path: Path) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    settings = house(tmp_path, None, api_url=world.sandbox.api_url).settings
    token = type(settings.token)(world.sandbox.token)
    archive = tmp_path / "archive"
    archive.write_bytes(b"age-encryption.org/v1 and so on")
    await Chat(settings.model_copy(update={"token": token}), database).put(archive, OURS[0])
    await _hears_file(olga, OURS[0])
    await boris.looks()
    boris.hears_nothing_of("Backup")


async def _hears_file(person: Person, name: str) -> None:
    await person.looks()
    person.hears("💾 Backup of Tourdesk. It opens only with the secret key: keep the two apart.", f"[{name}]")


@pytest.mark.parametrize("table", ["stored_files", "documents"])
async def test_whichever_table_names_a_content_it_is_missed(tmp_path: Path, table: str) -> None:
    """The previous release names it in the document alone; files of other purposes have no document."""
    agency = await lived_in(house(tmp_path / "here", None))
    other = {"stored_files": "documents", "documents": "stored_files"}[table]
    engine = create_engine(f"sqlite:///{agency.data / 'tourdesk.db'}")
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {other} SET content_hash = NULL"))
    engine.dispose()
    for name in await agency.files.names():
        await agency.files.remove(name)
    made = await agency.made()
    assert made.trouble == "1 files of documents are missing or spoiled in the store"
