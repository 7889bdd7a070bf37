"""Reading an archive into an empty database and a folder, comparing everything with what the archive says of itself."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ops.fault_points import passing
from storage.crypto.files import FileSpoiledError, FileStore
from storage.crypto.sealing import Keys
from storage.dump.dump import Digest, Shape, Target, digests
from storage.migrations import revisions
from tourdesk.backups.archive import BadArchiveError, unpacked
from tourdesk.backups.manifest import TAIL, Head, Tail
from tourdesk.backups.writing import Progress, quietly
from tourdesk.keys import KEY, read_keys
from tourdesk.settings import PUBLIC_KEY

_PART = re.compile(r"tables/(\w+)/\d{6}\.jsonl")
_FILE = re.compile(r"files/([0-9a-f]{64})")
_KEPT = {f"data/{KEY}", f"data/{PUBLIC_KEY}"}


@dataclass
class Reading:
    """One archive on its way into `target`, with its files and keys into `folder`."""

    target: Target
    folder: Path
    progress: Progress = quietly
    _arrived: dict[str, Digest] = field(default_factory=dict)
    _names: Any = field(default_factory=hashlib.sha256)
    _files: list[str] = field(default_factory=list)

    async def read(self, path: Path, identity: Any) -> tuple[Head, Tail]:
        """Raises BadArchiveError, whatever is wrong with it; what it says then names the fault."""
        with unpacked(path, identity) as members:
            head = Head.read(*next(members, ("", b"")))
            shapes = await self._built(head)
            tail = await self._filled(members, shapes)
        try:
            await self.target.finish(head.counters)
        except ValueError as error:
            raise BadArchiveError(f"the backup does not hold together: {error}") from error
        await self._compare(tail)
        return head, tail

    async def _built(self, head: Head) -> dict[str, Shape]:
        if head.schema not in revisions():
            raise BadArchiveError(
                f"this backup was made by a newer program (schema {head.schema}): restore it with that one"
            )
        await self.target.build(head.schema)
        return {shape.name: shape for shape in head.shapes}

    async def _filled(self, members: Iterator[tuple[str, bytes]], shapes: dict[str, Shape]) -> Tail:
        self._arrived = {name: Digest() for name in shapes}
        store = FileStore(self._store, None)
        tail: Tail | None = None
        for name, content in members:
            passing("mid_restore")
            if part := _PART.fullmatch(name):
                self._arrived[part[1]].add(content)
                await self.target.add(shapes[part[1]], content)
                self.progress("rows", content.count(b"\n"))
            elif file := _FILE.fullmatch(name):
                await store.bring(file[1], content)
                self._names.update(file[1].encode())
                self._files.append(file[1])
                self.progress("files", 1)
            elif name in _KEPT:
                _keep(self.folder / name.removeprefix("data/"), content)
            elif name == TAIL:
                tail = Tail.read(content)
            else:
                raise BadArchiveError(f"the archive holds what no backup does: {name[:80]!r}")
        if tail is None:
            raise BadArchiveError("the archive is damaged: its end is missing")
        await self._opened()
        return tail

    async def _opened(self) -> None:
        """Every file, with the keys that came behind them."""
        key = self.folder / KEY
        store = FileStore(self._store, Keys(*read_keys(key)) if key.exists() else None)
        for name in self._files:
            try:
                await store.get(name)
            except FileSpoiledError:
                raise BadArchiveError("the archive is damaged: a file in it is not what it was") from None

    @property
    def _store(self) -> str:
        return str(self.folder / "files")

    async def _compare(self, tail: Tail) -> None:
        """What arrived, and what the database now holds, with what was written."""
        arrived = {name: (digest.rows, digest.sha256) for name, digest in self._arrived.items()}
        async with self.target.source() as source:
            held = {name: (each.rows, each.sha256) for name, each in (await digests(source)).items()}
        for told in (arrived, held):
            unequal = sorted(
                name for name in {*told, *tail.tables} if told.get(name) != tail.tables.get(name)
            )
            if unequal:
                raise BadArchiveError(f"the copy is not equal to the original in: {', '.join(unequal)}")
        if (len(self._files), self._names.hexdigest()) != (tail.files, tail.files_sha256):
            raise BadArchiveError("the archive is damaged: files are missing in it")


def _keep(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)
