"""The store of files: content comes back under its hash, and nothing else does."""

from pathlib import Path

import pytest

from storage import FileStore


async def test_content_comes_back_under_its_hash(tmp_path: Path) -> None:
    store = FileStore(str(tmp_path / "files"))
    passport = bytes(range(256)) * 1000
    name = await store.put(passport)
    assert await store.put(passport) == name
    assert await store.get(name) == passport
    assert await store.get(await store.put(b"")) == b""
    kept = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert {path.name for path in kept} == {name, await store.put(b"")}


async def test_a_store_outlives_the_process_that_filled_it(tmp_path: Path) -> None:
    name = await FileStore(str(tmp_path)).put(b"ticket")
    assert await FileStore(f"file://{tmp_path}").get(name) == b"ticket"


async def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await FileStore(str(tmp_path)).get("0" * 64)


@pytest.mark.parametrize("name", ["../secret", "", "A" * 64, "0" * 63 + "/", "passport.jpg"])
async def test_only_hashes_are_asked_for(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the hash"):
        await FileStore(str(tmp_path)).get(name)
