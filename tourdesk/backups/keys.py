"""The owner's key pair: archives are locked with the public key, which stays here; the secret one opens them."""

import os
from pathlib import Path
from typing import Any

from pyrage import IdentityError, RecipientError, x25519  # type: ignore[import-untyped]

from tourdesk.not_started import NotStartedError
from tourdesk.settings import PUBLIC_KEY


def new_pair() -> tuple[str, str]:
    """Secret and public key, as text."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def keep_public(data: Path, public: str) -> None:
    """In the data folder, in one go."""
    data.mkdir(parents=True, exist_ok=True)
    draft = data / f".{PUBLIC_KEY}"
    draft.write_text(f"{public}\n")
    draft.chmod(0o600)
    os.replace(draft, data / PUBLIC_KEY)  # noqa: PTH105


def recipient(public: str) -> Any:
    """Whom an archive is locked for. Raises NotStartedError for what is no key."""
    try:
        return x25519.Recipient.from_str(public)
    except RecipientError:
        raise NotStartedError("TOURDESK_BACKUP_KEY: this is not a public key (age1…)") from None


def secret_of(path: Path) -> Any:
    """The identity in a key file: the line with AGE-SECRET-KEY-1…, among comments or alone."""
    try:
        lines = [line.strip() for line in path.read_text().splitlines()]
    except (OSError, UnicodeDecodeError):
        raise NotStartedError("--key: the key file cannot be read") from None
    for line in lines:
        if line.upper().startswith("AGE-SECRET-KEY-1"):
            try:
                return x25519.Identity.from_str(line.upper())
            except IdentityError:
                break
    raise NotStartedError("--key: there is no secret key (AGE-SECRET-KEY-1…) in this file")
