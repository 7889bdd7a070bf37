"""One process per SQLite file: who runs the agency holds a lock the system lets go of when that process ends."""

import os
from pathlib import Path

from sqlalchemy import make_url


class NotAlone(Exception):  # noqa: N818 (it is an answer)
    """Another process runs on this file."""


class Alone:
    """Held from `take` until `release`, or until the process is gone, however it went. Nothing on other databases."""

    def __init__(self, database_url: str) -> None:
        url = make_url(database_url)
        named = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
        self._path = Path(f"{url.database}.lock") if named else None
        self._file: int | None = None

    def take(self) -> None:
        """Raises NotAlone, and OSError when no lock file can be made."""
        if self._path is None:
            return
        import fcntl  # not on Windows, where nothing but the demo runs

        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            raise NotAlone(str(self._path)) from None
        except BaseException:
            os.close(file)
            raise
        self._file = file

    def release(self) -> None:
        """The empty file stays: to remove it would let two hold a lock each, on two files of one name."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
