"""Sealing: what a thief of the database must not read is encrypted with a key that is not in the database.

From the agency's secret (`secret.key`) one key each is derived for every purpose: to encrypt texts, to find them, to
encrypt files, to name them, to prove the history. A sealed text or file begins with `sealed:1:` and the key's own short
name, so that the key can be exchanged while old and new stand side by side; what has no such beginning was kept in
clear, by an earlier program.
"""

import hashlib
import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SEALED = "sealed:"
_VERSION = "sealed:1:"
_CONTENT = _VERSION.encode()
_NONCE = 12


class NotOurs(Exception):  # noqa: N818 (it is an answer)
    """This text was sealed with a key we do not have, in another place, or was changed."""


class Keys:
    """Seals with the newest secret, opens with any of them."""

    def __init__(self, secret: bytes, *older: bytes) -> None:
        self._newest = _Derived(secret)
        self._all = {derived.name: derived for derived in (*map(_Derived, older), self._newest)}

    @property
    def name(self) -> str:
        """Of the key that seals: 8 signs that tell nothing of it."""
        return self._newest.name

    def names(self) -> frozenset[str]:
        return frozenset(self._all)

    def seal(self, text: str, place: str) -> str:
        """Nobody without the secret can read it, or put it in another place unnoticed (AES-256-GCM)."""
        nonce = os.urandom(_NONCE)
        hidden = self._newest.cipher.encrypt(nonce, text.encode(), place.encode())
        return f"{_VERSION}{self.name}:{urlsafe_b64encode(nonce + hidden).decode()}"

    def open(self, kept: str, place: str) -> str:
        """What was sealed there; text in clear as it is. Raises NotOurs."""
        if not is_sealed(kept):
            return kept
        from cryptography.exceptions import InvalidTag

        try:
            name, hidden = kept.removeprefix(_VERSION).split(":")
            raw = urlsafe_b64decode(hidden)
            return self._all[name].cipher.decrypt(raw[:_NONCE], raw[_NONCE:], place.encode()).decode()
        except (InvalidTag, KeyError, ValueError):
            raise NotOurs(place) from None

    def seal_content(self, content: bytes, place: str) -> bytes:
        """Likewise, for a file."""
        nonce = os.urandom(_NONCE)
        hidden = self._newest.file_cipher.encrypt(nonce, content, place.encode())
        return b"".join((_CONTENT, self.name.encode(), b":", nonce, hidden))

    def open_content(self, kept: bytes, place: str) -> bytes:
        """Raises NotOurs, for a file in clear too."""
        from cryptography.exceptions import InvalidTag

        name, colon, raw = kept.removeprefix(_CONTENT).partition(b":")
        derived = self._all.get(name.decode("latin-1")) if kept.startswith(_CONTENT) and colon else None
        if derived is None or len(raw) < _NONCE:
            raise NotOurs(place)
        try:
            return derived.file_cipher.decrypt(raw[:_NONCE], raw[_NONCE:], place.encode())
        except InvalidTag:
            raise NotOurs(place) from None

    def name_of(self, content: bytes) -> str:
        """64 signs: what only the key's owner can tell of this content (keyed BLAKE2b, 224 bits), and the key's name."""
        return self._newest.named(content) + self.name

    def sealed_by_newest(self, kept: str) -> bool:
        return kept.startswith(f"{_VERSION}{self.name}:")

    def hash(self, text: str) -> str:
        """The same for the same text, to find it by; nobody without the secret can try texts out (HMAC-SHA-256)."""
        return self._newest.hash(text)

    def hashes(self, text: str) -> list[str]:
        """With every key: what was written before the last exchange is found too."""
        return [derived.hash(text) for derived in self._all.values()]

    def mark(self, what: bytes) -> str:
        """The key's name and a proof that whoever has the secret has written this (keyed BLAKE2b, 160 bits)."""
        return self._newest.mark(what)

    def proves(self, mark: str, what: bytes) -> bool:
        derived = self._all.get(mark.partition(":")[0])
        return derived is not None and hmac.compare_digest(mark.encode(), derived.mark(what).encode())


def is_sealed(text: str) -> bool:
    return text.startswith(SEALED)


def is_sealed_content(content: bytes) -> bool:
    return content.startswith(SEALED.encode())


class _Derived:
    """The keys of one secret, by HKDF-SHA-256: none of them tells of another."""

    def __init__(self, secret: bytes) -> None:
        self.name = _derive(secret, "name")[:4].hex()
        self._sealing = _derive(secret, "sealing")
        self._files = _derive(secret, "files")
        self._naming = _derive(secret, "names of files")
        self._finding = _derive(secret, "finding")
        self._history = _derive(secret, "history")

    @cached_property
    def cipher(self) -> "AESGCM":
        """Made with the first thing that is sealed or opened."""
        return _cipher(self._sealing)

    @cached_property
    def file_cipher(self) -> "AESGCM":
        return _cipher(self._files)

    def named(self, content: bytes) -> str:
        return hashlib.blake2b(content, key=self._naming, digest_size=28).hexdigest()

    def hash(self, text: str) -> str:
        return hmac.digest(self._finding, text.encode(), "sha256").hex()

    def mark(self, what: bytes) -> str:
        proof = hashlib.blake2b(what, key=self._history, digest_size=20).hexdigest()
        return f"{self.name}:{proof}"


def _cipher(key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def _derive(secret: bytes, purpose: str) -> bytes:
    """HKDF-SHA-256 (RFC 5869) without a salt: 32 bytes for this purpose."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt=None, info=f"tourdesk 1 {purpose}".encode()).derive(secret)
