"""The agency's secret key: made once, kept outside the database, readable by its owner alone."""

import errno
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from ops.disk import settled

KEY = "secret.key"


def secret_key(data: Path) -> bytes:
    """The key in the data folder that is in use; at the first start a new one of 256 bits.

    Raises OSError when the folder cannot be used, ValueError when the key is damaged.
    """
    return secret_keys(data)[0]


def secret_keys(data: Path) -> list[bytes]:
    """Likewise, and behind it the keys it took the place of."""
    path = data / KEY
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    _shut(data, 0o700)
    if not path.exists():
        _make(path)
    if not _shut(path, 0o600):
        raise PermissionError(errno.EPERM, f"others on this machine can read {KEY}")
    return read_keys(path)


def read_keys(path: Path) -> list[bytes]:
    """Raises OSError, ValueError."""
    keys = [bytes.fromhex(line) for line in path.read_text().split()]
    if not keys or any(len(key) < 32 for key in keys):
        raise ValueError("the key is too short")
    return keys


def exchange(data: Path) -> list[bytes]:
    """A new key before the others, which stay to read what they sealed; the file changes whole or not at all."""
    path = data / KEY
    keys = [secrets.token_bytes(32), *read_keys(path)]
    os.replace(_draft(path, "\n".join(key.hex() for key in keys)), path)  # noqa: PTH105 (beside os.link)
    settled(data, path)
    return keys


def _shut(path: Path, mode: int) -> bool:
    """Nobody else's to look into, where that is ours to say; whether it is so now."""
    if path.stat().st_mode & 0o077:
        with suppress(PermissionError):
            path.chmod(mode)
    return not path.stat().st_mode & 0o077


def _make(path: Path) -> None:
    """Of two processes that start together, one makes it for both."""
    draft = _draft(path, secrets.token_hex(32))
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        os.unlink(draft)  # noqa: PTH108 (beside os.link)
    settled(path.parent, path)


def _draft(path: Path, text: str) -> str:
    """A file of ours alone, so that the real one appears whole or not at all."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return draft
