"""The store of files: kept under the hash of their content, in a local folder or an S3-compatible store."""

import hashlib
import re
from asyncio import to_thread
from functools import cached_property
from typing import TYPE_CHECKING

from storage.crashing import passing

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_HASH = re.compile(r"[0-9a-f]{64}")


class FileStore:
    """`place` is a folder or a URL ("s3://bucket/prefix"). Nobody's file name ever becomes a path.

    The library's own coroutines are not used: a process that ends soon after one is aborted at times.
    """

    def __init__(self, place: str) -> None:
        self._place = place

    @cached_property
    def _store(self) -> "ObjectStore":
        """Opened when it is first needed: who has no file to keep need not load the library."""
        from obstore.store import LocalStore, from_url

        return from_url(self._place) if "://" in self._place else LocalStore(self._place, mkdir=True)

    async def put(self, content: bytes) -> str:
        """Keeps it, once however often it comes; its SHA-256 is what it is asked for by."""
        name = hashlib.sha256(content).hexdigest()
        await to_thread(self._put, _path(name), content)
        passing("mid_file_write")  # the file is there, and nothing speaks of it yet
        return name

    async def get(self, name: str) -> bytes:
        """Raises FileNotFoundError when there is no such content, ValueError when that is no hash."""
        if not _HASH.fullmatch(name):
            raise ValueError(f"not the hash of a file: {name!r}")
        return await to_thread(self._read, _path(name))

    async def names(self) -> list[str]:
        """All that is kept, in order."""
        return await to_thread(self._names)

    def _put(self, path: str, content: bytes) -> None:
        import obstore

        obstore.put(self._store, path, content)

    def _names(self) -> list[str]:
        import obstore

        every = (entry["path"].rpartition("/")[2] for batch in obstore.list(self._store) for entry in batch)
        return sorted(name for name in every if _HASH.fullmatch(name))

    def _read(self, path: str) -> bytes:
        import obstore

        return bytes(obstore.get(self._store, path).bytes())


def _path(name: str) -> str:
    """Spread over folders, so that none grows too large to be listed."""
    return f"{name[:2]}/{name[2:4]}/{name}"
