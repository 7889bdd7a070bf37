"""Where archives are kept: a folder, an S3-compatible store, the owners' own chats. Whole, or not at all."""

import os
import shutil
from asyncio import to_thread
from pathlib import Path
from typing import Protocol

import obstore

from ops.disk import synced
from tourdesk.backups.names import BackupName

CHAT = "chat"
CHAT_MOST = 45 << 20
"""Bytes a bot may send are 50 million; what is larger goes to the other places alone."""


class BackupPlace(Protocol):
    """One of them. What it raises is told to the owner by type and in few words."""

    name: str

    async def put(self, archive: Path, name: str) -> None: ...

    async def names(self) -> list[str]:
        """Of everything that lies there."""

    async def remove(self, name: str) -> None: ...


class Folder:
    """A folder on this machine, or one that is mounted."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._path = path

    async def put(self, archive: Path, name: str) -> None:
        await to_thread(self._put, archive, name)

    def _put(self, archive: Path, name: str) -> None:
        """It gets its name when all of it is on the disk."""
        if not self._path.exists():
            self._path.mkdir(parents=True, mode=0o700)
        for litter in self._path.glob(".tourdesk-*.part"):  # of a process that was killed here
            if BackupName.read(litter.name[1 : -len(".part")]):
                litter.unlink()
        draft = self._path / f".{name}.part"
        with archive.open("rb") as there, os.fdopen(_private(draft), "wb") as here:
            shutil.copyfileobj(there, here, 1 << 20)
            here.flush()
            os.fsync(here.fileno())
        draft.replace(self._path / name)
        synced(self._path)

    async def names(self) -> list[str]:
        return sorted(path.name for path in self._path.iterdir()) if self._path.exists() else []

    async def remove(self, name: str) -> None:
        (self._path / name).unlink(missing_ok=True)


class Store:
    """An S3-compatible store, by URL; keys and endpoint come from the usual AWS_… variables."""

    def __init__(self, url: str) -> None:
        self.name = url
        self._store = obstore.store.from_url(url)

    async def put(self, archive: Path, name: str) -> None:
        await to_thread(self._put, archive, name)

    def _put(self, archive: Path, name: str) -> None:
        with archive.open("rb") as content:  # in parts; it is there when the last one is
            obstore.put(self._store, name, content)

    async def names(self) -> list[str]:
        return await to_thread(self._names)

    def _names(self) -> list[str]:
        return sorted(entry["path"] for batch in obstore.list(self._store) for entry in batch)

    async def remove(self, name: str) -> None:
        await to_thread(obstore.delete, self._store, name)


def _private(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
