"""The file of an SQLite database: whether it is all there, and whether it still is where it was.

What is written to one that was taken away is lost with the last process that holds it.
"""

import asyncio
from pathlib import Path

from sqlalchemy import make_url

LOOK = 1.0
"""Seconds between two looks."""


async def until_taken_away(database_url: str) -> None:
    """Until another file, or none, is where the database was when this was called; for ever on other databases."""
    path = _file(database_url)
    if path is None:
        await asyncio.Event().wait()
        return
    known = _which(path)
    while _which(path) == known:  # noqa: ASYNC110 (a file system tells nobody)
        await asyncio.sleep(LOOK)


def _which(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def cut_short(database_url: str) -> bool:
    """Whether the file ends before the length its first page tells: SQLite would notice only where it looks.

    While a log lies beside it, written by a process that was killed, the length is the log's to tell.
    """
    path = _file(database_url)
    if path is None or not path.exists() or _size(path.with_name(f"{path.name}-wal")):
        return False
    with path.open("rb") as file:
        first = file.read(100)
    if not first.startswith(b"SQLite format 3\0") or first[24:28] != first[92:96]:
        return False
    page = int.from_bytes(first[16:18])
    return path.stat().st_size < int.from_bytes(first[28:32]) * (65536 if page == 1 else page)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _file(database_url: str) -> Path | None:
    url = make_url(database_url)
    named = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(str(url.database)) if named else None
