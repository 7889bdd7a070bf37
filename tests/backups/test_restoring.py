"""A backup is what can be restored: whole, on either database, and nothing that is not whole."""

import hashlib
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyrage import encrypt, x25519  # type: ignore[import-untyped]
from sqlalchemy import create_engine, text

from domain.entities.notices import NoticeState
from storage.migrations import upgrade
from tests.backups.agencies import NIGHT, NOW, PAPER, House, cards, house, lived_in
from tests.databases import KINDS, Databases
from tests.power import OnDisk
from tourdesk.backups.archive import BadArchiveError, packed, unpacked
from tourdesk.backups.manifest import HEAD, TAIL, Head
from tourdesk.backups.names import BackupName
from tourdesk.backups.restoring import restore
from tourdesk.keys import KEY, secret_key
from tourdesk.not_started import NotStartedError


@pytest.fixture
async def agency(database_url: str, tmp_path: Path) -> House:
    return await lived_in(house(tmp_path / "here", database_url))


@pytest.fixture(scope="module")
async def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, Path]:
    """An agency and a backup of it that nothing is wrong with."""
    one = await lived_in(house(tmp_path_factory.mktemp("whole"), None))
    return one, await one.back_up()


@pytest.fixture(params=KINDS)
def targets(request: pytest.FixtureRequest) -> Databases:
    source: Databases = request.getfixturevalue(f"{request.param}_databases")
    return source


@asynccontextmanager
async def another_machine(one: House, targets: Databases, tmp_path: Path) -> AsyncIterator[House]:
    """Nothing there but the program, the token and the owner's key."""
    url = await targets.empty()
    settings = one.settings.model_copy(update={"data": tmp_path / "there", "database": url})
    yield House(settings, one.secret)
    await targets.drop(url)


async def test_what_was_backed_up_is_there_again_on_an_empty_machine(
    agency: House, targets: Databases, tmp_path: Path
) -> None:
    archive = await agency.back_up()
    before, told = await agency.told(), await cards(agency)
    async with another_machine(agency, targets, tmp_path) as there:
        restored = await there.restore(archive)

        after = await there.told()
        changed = {name for name in before if before[name] != after[name]}
        assert changed == {"notices", "history", "sealing", "history_files"} & changed
        assert await cards(there) == told
        assert "Анна Петрова" in told[0]
        assert await there.files.get(*await there.files.names()) == PAPER
        assert (there.data / KEY).read_bytes() == (agency.data / KEY).read_bytes()
    assert restored.tail.last_update == 77
    assert restored.tail.files == 1
    assert restored.head.made_at == NIGHT


async def test_files_and_keys_are_on_the_disk_before_the_database_speaks_of_them(
    whole: tuple[House, Path], sqlite_databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency, archive = whole
    async with another_machine(agency, sqlite_databases, tmp_path) as there:
        disk = OnDisk(monkeypatch)
        await there.restore(archive)
        files = list((there.data / "files").rglob("*"))
        assert [file for file in files if file.is_file()]
        assert disk.holds(there.data, there.data / KEY, there.data / "files", *files)


async def test_files_are_carried_sealed_and_those_of_earlier_programs_as_they_lie(
    sqlite_databases: Databases, tmp_path: Path
) -> None:
    agency = await lived_in(house(tmp_path / "here", None))
    clear = hashlib.sha256(b"%PDF-1.7 old").hexdigest()
    await agency.files.bring(clear, b"%PDF-1.7 old")
    archive = await agency.back_up()
    with unpacked(archive, agency.secret) as members:
        carried = {name: content for name, content in members if name.startswith("files/")}
    async with another_machine(agency, sqlite_databases, tmp_path) as there:
        await there.restore(archive)
        kept = {name: await there.files.get(name) for name in await there.files.names()}
    assert sorted(kept.values()) == sorted([PAPER, b"%PDF-1.7 old"])
    assert [PAPER in content for content in carried.values()] == [False, False]
    assert carried[f"files/{clear}"] == b"%PDF-1.7 old"


async def test_a_spoiled_file_holds_up_no_backup_and_is_told(agency: House) -> None:
    [path] = [path for path in (agency.data / "files").rglob("*") if path.is_file()]
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    made = await agency.made()
    assert (made.files, made.trouble) == (0, "1 files of documents are missing or spoiled in the store")

    path.write_bytes(whole)
    made = await agency.made(NOW)
    assert (made.files, made.trouble) == (1, None)


async def test_nobody_is_told_a_second_time_unasked(
    whole: tuple[House, Path], sqlite_databases: Databases, tmp_path: Path
) -> None:
    agency, archive = whole
    async with another_machine(agency, sqlite_databases, tmp_path) as there:
        restored = await there.restore(archive)
        states = await there.at_desk(
            lambda unit: [unit.repositories.notices.by_key(key).state for key in ("on its way", "waiting")]
        )
        due = await there.at_desk(lambda unit: unit.vitals.post(NOW).count)
    assert restored.doubtful == 2
    assert states == [NoticeState.UNCERTAIN] * 2
    assert due == 0


def test_all_of_it_is_readable_by_its_owner_alone(whole: tuple[House, Path]) -> None:
    agency, archive = whole

    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert stat.S_IMODE(archive.parent.stat().st_mode) == 0o700
    assert b"Petrova" not in archive.read_bytes()
    assert [path.name for path in agency.data.glob(".backup*")] == [".backup.lock"]


async def test_a_backup_of_an_earlier_program_is_brought_up_to_date(
    targets: Databases, tmp_path: Path
) -> None:
    agency = house(tmp_path / "here", None)
    secret_key(agency.data)
    engine = create_engine(f"sqlite:///{agency.data / 'tourdesk.db'}")
    with engine.begin() as connection:
        upgrade(connection, "0001")
        connection.execute(
            text("INSERT INTO clients (name, known_since) VALUES ('Anna', '2027-03-01 10:00:00')")
        )
    engine.dispose()
    archive = await agency.back_up()
    async with another_machine(agency, targets, tmp_path) as there:
        restored = await there.restore(archive)
        [anna] = await there.at_desk(
            lambda unit: [(one.name, one.known_since) for one in [unit.repositories.clients.get(1)]]
        )
    assert restored.head.schema == "0001"
    assert anna == ("Anna", datetime(2027, 3, 1, 10, tzinfo=UTC))


async def test_a_machine_that_is_not_empty_is_left_alone(whole: tuple[House, Path]) -> None:
    agency, archive = whole
    before = await agency.told()
    with pytest.raises(NotStartedError, match="there is an agency in it"):
        await agency.restore(archive)
    assert await agency.told() == before


def flipped(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)


def cut_off(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-1])


def other_content(archive: Path) -> None:
    archive.write_bytes(b"PK\x03\x04 holiday photos")


def empty(archive: Path) -> None:
    archive.write_bytes(b"")


HARMED: tuple[tuple[Callable[[Path], None], str, str], ...] = (
    (flipped, "its SHA-256 is not the one in its name", "named"),
    (flipped, "the archive is damaged", "renamed"),
    (cut_off, "its SHA-256 is not the one in its name", "named"),
    (cut_off, "the archive is damaged", "renamed"),
    (other_content, "this is not a backup", "renamed"),
    (empty, "this is not a backup", "renamed"),
)


async def test_a_harmed_archive_is_refused_by_name_and_the_whole_one_restored(
    whole: tuple[House, Path], sqlite_databases: Databases, tmp_path: Path
) -> None:
    agency, archive = whole
    async with another_machine(agency, sqlite_databases, tmp_path) as there:
        for harm, told, name in HARMED:
            harmed = tmp_path / (archive.name if name == "named" else "backup.age")
            harmed.write_bytes(archive.read_bytes())
            harm(harmed)
            with pytest.raises(BadArchiveError, match=told):
                await there.restore(harmed)
            assert _left_in(there.data) == []
        await there.restore(archive)


async def test_a_wrong_key_a_newer_program_another_bot_and_another_archive_are_refused(
    whole: tuple[House, Path], sqlite_databases: Databases, tmp_path: Path
) -> None:
    agency, archive = whole
    async with another_machine(agency, sqlite_databases, tmp_path) as there:
        with pytest.raises(BadArchiveError, match="wrong key"):
            await restore(archive, x25519.Identity.generate(), there.settings, NOW)
        for made, told in (
            (_headed(agency, tmp_path / "1", schema="9999"), "newer program"),
            (_headed(agency, tmp_path / "2", format=2), "newer form"),
            (_headed(agency, tmp_path / "3"), "its end is missing"),
            (_not_ours(agency, tmp_path / "4"), "not a backup of Tourdesk|damaged"),
        ):
            with pytest.raises(BadArchiveError, match=told):
                await there.restore(made)
        another = House(
            there.settings.model_copy(update={"token": house(tmp_path, None, token="5:x").settings.token}),
            there.secret,
        )
        with pytest.raises(BadArchiveError, match=r"another bot \(4711"):
            await another.restore(archive)
        assert _left_in(there.data) == []
        await another.restore(archive, other_bot=True)


CHANGED: tuple[tuple[Callable[[str, bytes], bytes | None], str], ...] = (
    (lambda _, content: content.replace("Анна Петрова".encode(), "Инна Петрова".encode()), "in: clients"),
    (lambda name, content: None if name.startswith("files/") else content, "files are missing in it"),
    (lambda name, content: content + b"." * name.startswith("files/"), "a file in it is not what it was"),
    (lambda name, content: None if "/deals/" in name else content, "references lead nowhere"),
    (lambda name, content: None if name == TAIL else content, "its end is missing"),
)


async def test_an_archive_that_does_not_hold_what_it_says_is_refused(
    whole: tuple[House, Path], sqlite_databases: Databases, tmp_path: Path
) -> None:
    """Locked as it should be: only the comparison can tell."""
    agency, archive = whole
    async with another_machine(agency, sqlite_databases, tmp_path) as there:
        for number, (change, told) in enumerate(CHANGED):
            changed = tmp_path / str(number)
            _repacked(agency, archive, changed, change)
            with pytest.raises(BadArchiveError, match=told):
                await there.restore(changed)
            assert _left_in(there.data) == []
        await there.restore(archive)


def _repacked(one: House, archive: Path, to: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    with unpacked(archive, one.secret) as members, packed(to, [one.secret.to_public()]) as (pack, _):
        for name, content in members:
            if (kept := change(name, content)) is not None:
                pack.add(name, kept)


def _headed(one: House, path: Path, **more: object) -> Path:
    facts: dict[str, object] = {"schema": "0001", "shapes": (), "counters": {}} | more
    head = Head(agency="Tourdesk", bot="4711", made_at=NIGHT, **facts)  # type: ignore[arg-type]
    with packed(path, [one.secret.to_public()]) as (pack, _):
        pack.add(HEAD, head.written())
    return path


def _not_ours(one: House, path: Path) -> Path:
    path.write_bytes(encrypt(b"holiday photos", [one.secret.to_public()]))
    return path


def _left_in(data: Path) -> list[str]:
    """Anything of a restore that was refused."""
    return sorted(path.name for path in data.iterdir() if not path.name.endswith(".lock"))


def test_names_tell_whose_and_when() -> None:
    name = BackupName("4711", NIGHT, "ab" * 32)
    assert str(name) == "tourdesk-4711-20270301T013000Z-abababababababab.tar.gz.age"
    read = BackupName.read(str(name))
    assert read is not None
    assert (read.bot, read.made_at, read.sha256) == ("4711", NIGHT, "ab" * 8)
    for foreign in ("notes.txt", f"{name}.part", f"my-{name}", str(name).replace("0301", "1301")):
        assert BackupName.read(foreign) is None
