"""The store of files: content comes back under its name, nothing else does, and nobody else can read it."""

import hashlib
from pathlib import Path

import pytest

from storage import FileStore
from storage.crypto.files import FileSpoiledError
from storage.crypto.sealing import Keys
from tests.power import OnDisk

OLD, NEW = b"an older secret of the tests", b"a secret of the tests only"
PASSPORT = b"%PDF-1.7 " + bytes(range(256)) * 1000


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(str(tmp_path / "files"), Keys(NEW))


def lying(tmp_path: Path) -> dict[str, Path]:
    return {path.name: path for path in (tmp_path / "files").rglob("*") if path.is_file()}


def in_clear(tmp_path: Path, content: bytes) -> str:
    """As an earlier program kept it."""
    name = hashlib.sha256(content).hexdigest()
    path = tmp_path / "files" / name[:2] / name[2:4] / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return name


async def test_content_comes_back_under_its_name(store: FileStore, tmp_path: Path) -> None:
    name = await store.put(PASSPORT)
    assert await store.put(PASSPORT) == name
    assert await store.get(name) == PASSPORT
    assert await store.get(await store.put(b"")) == b""
    assert set(lying(tmp_path)) == {name, await store.put(b"")} == set(await store.names())


async def test_what_was_put_is_there_when_the_power_fails(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the folders that lead to it: a row that speaks of it is there by then."""
    disk = OnDisk(monkeypatch)
    name = await store.put(PASSPORT)
    lies = lying(tmp_path)[name]
    assert disk.holds(lies, *lies.parents[: len(lies.parents) - len(tmp_path.parents)])


async def test_a_store_outlives_the_process_that_filled_it(tmp_path: Path) -> None:
    name = await FileStore(str(tmp_path), Keys(NEW)).put(b"ticket")
    assert await FileStore(f"file://{tmp_path}", Keys(NEW)).get(name) == b"ticket"


async def test_whoever_has_the_folder_has_nothing(store: FileStore, tmp_path: Path) -> None:
    """Neither the content, nor what a thief with the same picture could compare."""
    name = await store.put(PASSPORT)

    kept = lying(tmp_path)[name].read_bytes()
    assert not any(PASSPORT[at : at + 9] in kept for at in range(0, len(PASSPORT), 9))
    assert hashlib.sha256(PASSPORT).hexdigest() not in (name, hashlib.sha256(kept).hexdigest())
    assert await FileStore("memory:///", Keys(OLD)).put(PASSPORT) != name
    with pytest.raises(FileSpoiledError):
        await FileStore(str(tmp_path / "files"), Keys(OLD)).get(name)
    with pytest.raises(FileSpoiledError):
        await FileStore(str(tmp_path / "files"), None).get(name)


async def test_what_was_changed_is_refused_by_name(store: FileStore, tmp_path: Path) -> None:
    name, other = await store.put(PASSPORT), await store.put(b"another")
    place, whole = lying(tmp_path)[name], lying(tmp_path)[name].read_bytes()
    for at in (0, 10, 20, 30, len(whole) // 2, len(whole) - 1):
        flipped = bytearray(whole)
        flipped[at] ^= 1
        place.write_bytes(flipped)
        with pytest.raises(FileSpoiledError, match=name):
            await store.get(name)
    for changed in (b"", whole[:12], whole[:-1], whole + b".", PASSPORT, lying(tmp_path)[other].read_bytes()):
        place.write_bytes(changed)
        with pytest.raises(FileSpoiledError, match=name):
            await store.get(name)
    place.write_bytes(whole)
    assert await store.get(name) == PASSPORT


async def test_what_an_earlier_program_kept_is_read_and_waits_to_be_sealed(
    store: FileStore, tmp_path: Path
) -> None:
    name = in_clear(tmp_path, PASSPORT)

    assert await store.get(name) == PASSPORT
    assert await store.outdated() == [name]
    lying(tmp_path)[name].write_bytes(PASSPORT[:-1])
    with pytest.raises(FileSpoiledError, match=name):
        await store.get(name)


async def test_after_an_exchange_both_keys_open(store: FileStore, tmp_path: Path) -> None:
    before = await store.put(PASSPORT)
    later = FileStore(str(tmp_path / "files"), Keys(OLD, NEW))

    after = await later.put(PASSPORT)
    assert after != before
    assert [await later.get(name) for name in (before, after)] == [PASSPORT] * 2
    assert await later.outdated() == [before]


async def test_what_is_not_there(store: FileStore) -> None:
    assert await store.names() == []
    with pytest.raises(FileNotFoundError):
        await store.get("0" * 64)
    await store.remove("0" * 64)


@pytest.mark.parametrize("name", ["../secret", "", "A" * 64, "0" * 63 + "/", "passport.jpg"])
async def test_only_names_of_files_are_asked_for(store: FileStore, name: str) -> None:
    for asked in (store.get, store.carry, store.remove):
        with pytest.raises(ValueError, match="not the hash"):
            await asked(name)
