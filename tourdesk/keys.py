"""The agency's secret key: made once, kept outside the database, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def secret_key(data: Path) -> bytes:
    """The key in the data folder; at the first start a new one of 256 bits."""
    path = data / "secret.key"
    data.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text().strip())
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    return bytes.fromhex(path.read_text().strip())
