"""The agency's secret key: made once, kept outside the database, readable by its owner alone."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def secret_key(data: Path) -> bytes:
    """The key in the data folder; at the first start a new one of 256 bits.

    Raises OSError when the folder cannot be used, ValueError when the key is damaged.
    """
    path = data / "secret.key"
    data.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _make(path)
    key = bytes.fromhex(path.read_text().strip())
    if len(key) < 32:
        raise ValueError("the key is too short")
    return key


def _make(path: Path) -> None:
    """It appears whole or not at all; of two processes that start together, one makes it for both."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # readable by its owner alone
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        os.unlink(draft)  # noqa: PTH108 (beside os.link)
