"""Writing an archive: one steady view of the database, then the files, then the keys of the data folder."""

import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ops.fault_points import passing
from storage.crypto.files import FileSpoiledError, FileStore
from storage.crypto.sealing import Keys
from storage.dump.dump import Digest, Shape, Source, opened, read
from storage.mapping.file_columns import WITH_HASHES
from tourdesk.backups.archive import Pack, packed
from tourdesk.backups.manifest import HEAD, TAIL, Head, Tail
from tourdesk.keys import KEY, read_keys
from tourdesk.settings import PUBLIC_KEY

PART = 4 << 20
"""Bytes of a table in one member of the archive; so much is held in memory."""

Progress = Callable[[str, int], None]
"""Told the name of what is being done, and how many more rows or files were dealt with."""


def quietly(_what: str, _more: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class Origin:
    """What a backup is made of, and of whom."""

    database_url: str
    data: Path
    agency: str
    bot: str

    @property
    def files(self) -> FileStore:
        """Opened with the keys that lie there."""
        key = self.data / KEY
        return FileStore(str(self.data / "files"), Keys(*read_keys(key)) if key.exists() else None)


@dataclass(frozen=True)
class Written:
    """An archive on disk."""

    path: Path
    size: int
    sha256: str
    head: Head
    tail: Tail


async def write_archive(
    origin: Origin, made_at: datetime, path: Path, recipients: list[Any], progress: Progress = quietly
) -> Written:
    """Raises OSError, UnfitTextError, and what the database raises."""
    async with opened(origin.database_url) as source:
        head = Head(source.schema, origin.agency, origin.bot, made_at, source.shapes, source.counters)
        tail = Tail()
        with packed(path, recipients) as (pack, locked):
            pack.add(HEAD, head.written())
            wanted = await _tables(source, pack, tail, progress)
            await _files(origin.files, pack, tail, wanted, progress)
            for name in (KEY, PUBLIC_KEY):
                if (origin.data / name).exists():
                    pack.add(f"data/{name}", (origin.data / name).read_bytes())
            pack.add(TAIL, tail.written())
    return Written(path, locked.size, locked.sha256, head, tail)


async def _tables(source: Source, pack: Pack, tail: Tail, progress: Progress) -> set[str]:
    """Every table in parts; gives back which contents of files they speak of."""
    wanted: set[str] = set()
    for shape in source.shapes:
        digest, part = Digest(), 0
        async for lines in _parts(source, shape):
            passing("mid_backup")
            before = digest.rows
            digest.add(lines)
            pack.add(f"tables/{shape.name}/{part:06}.jsonl", lines)
            part += 1
            progress("rows", digest.rows - before)
            wanted |= _files_of(shape, lines)
            if shape.name == "inbox":
                tail.last_update = max(tail.last_update, _last(shape, lines))
        tail.tables[shape.name] = (digest.rows, digest.sha256)
    return wanted


async def _parts(source: Source, shape: Shape) -> AsyncIterator[bytes]:
    held: list[bytes] = []
    size = 0
    async for lines in source.lines(shape):
        held.append(lines)
        size += len(lines)
        if size >= PART:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


def _files_of(shape: Shape, lines: bytes) -> set[str]:
    if shape.name not in WITH_HASHES:
        return set()
    place = shape.columns.index("content_hash")
    return {row[place] for row in read(lines) if row[place]}


def _last(shape: Shape, lines: bytes) -> int:
    [row] = read(lines.rstrip(b"\n").rpartition(b"\n")[2])
    return int(row[shape.columns.index("update_id")])


async def _files(files: FileStore, pack: Pack, tail: Tail, wanted: set[str], progress: Progress) -> None:
    """All there are, as they lie; what came after the view of the database is one too many, and harmless.

    What is spoiled does not hold up the rest: it is told as what is missing is.
    """
    names, told = hashlib.sha256(), 0
    for name in await files.names():
        passing("mid_backup")
        try:
            pack.add(f"files/{name}", await files.carry(name))
        except (FileSpoiledError, FileNotFoundError):
            continue
        names.update(name.encode())
        wanted.discard(name)
        told += 1
        progress("files", 1)
    tail.files, tail.files_sha256, tail.missing = told, names.hexdigest(), len(wanted)
