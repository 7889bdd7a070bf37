"""The archive: a tar, compressed with gzip, locked with age. Written and read as a stream; nothing is held whole.

`age -d -i key.txt FILE | tar -xz` opens one without Tourdesk.
"""

import gzip
import hashlib
import io
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from pyrage import DecryptError, decrypt_io, encrypt_io  # type: ignore[import-untyped]

FIRST_WORDS = b"age-encryption.org/v1\n"
_QUICKLY = 1
"""gzip's level: the best takes six times as long and saves an eighth."""


class BadArchiveError(Exception):
    """This file is no archive, not whole, or not for this key; the message is one line for a person."""


class Pack:
    """An archive being written."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar

    def add(self, name: str, content: bytes) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(content), 0o600
        self._tar.addfile(member, io.BytesIO(content))


class Hashing:
    """A file that knows the SHA-256 of what was written to it. pyrage needs write and flush alone."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self.size = 0
        self.trouble: OSError | None = None

    def write(self, content: bytes) -> int:
        try:
            self._file.write(content)
        except OSError as error:  # pyrage tells it in words alone
            self.trouble = error
            raise
        self._hash.update(content)
        self.size += len(content)
        return len(content)

    def flush(self) -> None:
        self._file.flush()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def packed(path: Path, recipients: list[Any]) -> Iterator[tuple[Pack, Hashing]]:
    """A new file, readable by its owner alone; on disk when this ends. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        locked = Hashing(file)
        with _through(lambda clear: encrypt_io(clear, locked, recipients)) as (pipe, failed):
            try:
                with (
                    gzip.GzipFile(fileobj=pipe, mode="wb", compresslevel=_QUICKLY, mtime=0) as small,
                    tarfile.open(fileobj=small, mode="w|") as tar,
                ):
                    yield Pack(tar), locked
            except BrokenPipeError:
                raise locked.trouble or OSError(str(failed()) or "encryption ended early") from None
        if failed():
            raise locked.trouble or OSError(str(failed()))
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _through(
    work: Callable[[BinaryIO], None],
) -> Iterator[tuple[BinaryIO, Callable[[], BaseException | None]]]:
    """A pipe to write into, whose other end `work` reads in a thread of its own; and how that ended."""
    reading, writing = os.pipe()
    failures: list[BaseException] = []

    def run() -> None:
        with os.fdopen(reading, "rb") as clear:
            try:
                work(clear)
            except BaseException as error:  # noqa: BLE001 (it is told by the caller)
                failures.append(error)

    thread = Thread(target=run, name="archive", daemon=True)
    thread.start()
    pipe = os.fdopen(writing, "wb")
    try:
        yield pipe, lambda: failures[0] if failures else None
    finally:
        with suppress(BrokenPipeError):
            pipe.close()
        thread.join()


@contextmanager
def unpacked(path: Path, identity: Any) -> Iterator[Iterator[tuple[str, bytes]]]:
    """The members as (name, content), in order. Raises BadArchiveError, at the latest after the last of them."""
    with path.open("rb") as file:
        if file.read(len(FIRST_WORDS)) != FIRST_WORDS:
            raise BadArchiveError("this is not a backup: it does not begin as an encrypted archive does")
    reading, writing = os.pipe()
    failures: list[BaseException] = []

    def unlock() -> None:
        with path.open("rb") as locked, os.fdopen(writing, "wb", buffering=0) as clear:
            try:
                decrypt_io(locked, clear, [identity])
            except BaseException as error:  # noqa: BLE001 (told below)
                failures.append(error)

    thread = Thread(target=unlock, name="archive", daemon=True)
    thread.start()
    try:
        with os.fdopen(reading, "rb") as pipe:
            try:
                yield _members(pipe)
            except (EOFError, tarfile.TarError, zlib.error, gzip.BadGzipFile) as error:
                raise BadArchiveError("the archive is damaged: it ends too early or was changed") from error
    finally:
        thread.join()
        if failures and not isinstance(failures[0], BrokenPipeError):  # that is us: we had read enough
            raise _told(failures[0]) from failures[0]


def _members(pipe: BinaryIO) -> Iterator[tuple[str, bytes]]:
    with gzip.GzipFile(fileobj=pipe, mode="rb") as small:
        with tarfile.open(fileobj=small, mode="r|") as tar:
            for member in tar:
                content = tar.extractfile(member)
                if content is None:
                    raise BadArchiveError(f"the archive holds what no backup does: {member.name[:80]!r}")
                yield member.name, content.read()
        while small.read(1 << 20):  # to the last byte: only there the lock says that nothing was cut off
            pass


def _told(error: BaseException) -> BadArchiveError:
    if isinstance(error, DecryptError) and "No matching keys" in str(error):
        return BadArchiveError("wrong key: this archive is not locked for it")
    return BadArchiveError("the archive is damaged: it ends too early or was changed")


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
