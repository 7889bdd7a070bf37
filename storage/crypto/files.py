"""The store of files: sealed, and kept under a name only we can tell of their content, in a folder or an S3-compatible store.

What an earlier program kept lies in clear under its SHA-256; it is read as it is until `storage.crypto.reencrypt` seals it.
"""

import hashlib
import re
from asyncio import to_thread
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from ops.disk import settled
from ops.fault_points import passing
from storage.crypto.sealing import Keys, NotOurs, is_sealed_content

if TYPE_CHECKING:
    from obstore.store import ObjectStore

log = structlog.get_logger()

_FORGOTTEN = "forgotten"
_NAME = re.compile(r"[0-9a-f]{64}")


class FileSpoiledError(Exception):
    """What lies under this name is not what was put there, or none of our keys opens it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"file {name} is not what was put there")


class FileStore:
    """`place` is a folder or a URL ("s3://bucket/prefix"). Nobody's file name ever becomes a path.

    Without keys nothing can be put, and of what is there only what lies in clear can be read.
    The library's own coroutines are not used: a process that ends soon after one is aborted at times.
    """

    def __init__(self, place: str, keys: Keys | None) -> None:
        self._place = place
        self._keys = keys

    @cached_property
    def _store(self) -> "ObjectStore":
        """Opened when it is first needed: who has no file to keep need not load the library."""
        from obstore.store import LocalStore, from_url

        return from_url(self._place) if "://" in self._place else LocalStore(self._place, mkdir=True)

    @property
    def _folder(self) -> Path | None:
        """Where it lies on this machine."""
        place = self._place.removeprefix("file://")
        return None if "://" in place else Path(place)

    async def put(self, content: bytes) -> str:
        """Keeps it, once however often it comes; the name it is asked for by."""
        if self._keys is None:
            raise RuntimeError("this store was opened without keys")
        name = self._keys.name_of(content)
        await to_thread(self._seal, name, content)
        passing("mid_file_write")  # the file is there, and nothing speaks of it yet
        return name

    async def get(self, name: str) -> bytes:
        """Raises FileNotFoundError when there is nothing, FileSpoiledError, ValueError when that is no name of a file."""
        return (await to_thread(self._opened, _known(name)))[1]

    async def find(self, name: str | None) -> bytes | None:
        """None when it is not there or cannot be read, which is logged: whoever asks can do without."""
        if name is None:
            return None
        try:
            return await self.get(name)
        except (FileSpoiledError, OSError) as error:
            log.error("stored file not read", file=name, why=type(error).__name__)  # noqa: TRY400
            return None

    async def carry(self, name: str) -> bytes:
        """As it lies, to be kept elsewhere; it was opened on the way. Raises as `get` does."""
        return (await to_thread(self._opened, _known(name)))[0]

    async def bring(self, name: str, carried: bytes) -> None:
        """What was carried from another store, to lie here under the same name; not looked into.

        Nor brought to the disk one by one, as `put` does: nothing speaks of them before all have come.
        """
        await to_thread(self._put, _path(_known(name)), carried)

    async def remove(self, name: str) -> None:
        """When it is there."""
        await to_thread(self._remove, _path(_known(name)))

    async def names(self) -> list[str]:
        """All that is kept, in order."""
        if self._folder is not None and not self._folder.exists():
            return []
        return await to_thread(self._names)

    async def forgot(self, client: int, at: datetime) -> None:
        """Notes beside the files that this client was forgotten: a backup that is restored knows them again."""
        await to_thread(self._put, f"{_FORGOTTEN}/{client}", at.isoformat().encode())

    async def forgotten(self) -> dict[int, datetime]:
        """Who was, by number, and when."""
        if self._folder is not None and not self._folder.exists():
            return {}
        return await to_thread(self._forgotten)

    async def outdated(self) -> list[str]:
        """What an earlier program kept in clear, or an older key sealed."""
        newest = self._keys.name if self._keys else ""
        return [name for name in await self.names() if not name.endswith(newest)]

    def _seal(self, name: str, content: bytes) -> None:
        assert self._keys is not None
        self._put(_path(name), self._keys.seal_content(content, name))
        folder = self._folder
        if folder is not None:  # obstore does not ask a disk; a store elsewhere has it when it says so
            settled(folder, folder / _path(name))

    def _opened(self, name: str) -> tuple[bytes, bytes]:
        """As it lies, and what it says."""
        kept = self._read(_path(name))
        if not is_sealed_content(kept):
            if hashlib.sha256(kept).hexdigest() != name:
                raise FileSpoiledError(name)
            return kept, kept
        if self._keys is None:
            raise FileSpoiledError(name)
        try:
            return kept, self._keys.open_content(kept, name)
        except NotOurs:
            raise FileSpoiledError(name) from None

    def _put(self, path: str, content: bytes) -> None:
        import obstore

        obstore.put(self._store, path, content)

    def _names(self) -> list[str]:
        import obstore

        every = (entry["path"].rpartition("/")[2] for batch in obstore.list(self._store) for entry in batch)
        return sorted(name for name in every if _NAME.fullmatch(name))

    def _forgotten(self) -> dict[int, datetime]:
        import obstore

        listed = [one["path"] for batch in obstore.list(self._store, _FORGOTTEN) for one in batch]
        numbered = ((path.rpartition("/")[2], path) for path in listed)
        return {
            int(name): datetime.fromisoformat(self._read(path).decode())
            for name, path in numbered
            if name.isdigit()
        }

    def _read(self, path: str) -> bytes:
        import obstore

        return bytes(obstore.get(self._store, path).bytes())

    def _remove(self, path: str) -> None:
        import obstore

        with suppress(FileNotFoundError):
            obstore.delete(self._store, path)


def _known(name: str) -> str:
    """Raises ValueError."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the hash of a file: {name!r}")
    return name


def _path(name: str) -> str:
    """Spread over folders, so that none grows too large to be listed."""
    return f"{name[:2]}/{name[2:4]}/{name}"
