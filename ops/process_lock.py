"""One process per SQLite file: who runs the agency holds a lock that the system releases when the process ends."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import make_url

if TYPE_CHECKING:
    from filelock import BaseFileLock


class AlreadyLocked(Exception):  # noqa: N818 (it is an answer)
    """Another process runs on this file."""


class ProcessLock:
    """Held from `take` until `release`, or until the process ends, in whatever way. Does nothing on other databases."""

    def __init__(self, database_url: str) -> None:
        url = make_url(database_url)
        named = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
        self._path = Path(f"{url.database}.lock") if named else None
        self._lock: BaseFileLock | None = None

    def take(self) -> None:
        """Raises AlreadyLocked, and OSError when no lock file can be made."""
        if self._path is None:
            return
        from filelock import FileLock, Timeout  # only SQLite needs it

        self._path.parent.stat()  # the library would make a folder that is missing: a mistyped one
        # No fallback: a lock that is only a file stays when its process is killed. Not bound to a thread: the process holds it.
        lock = FileLock(self._path, mode=0o600, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            raise AlreadyLocked(str(self._path)) from None
        self._lock = lock

    def release(self) -> None:
        """The empty file stays: to remove it would let two hold a lock each, on two files of one name."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
