"""The keys derived from the secret are those of HKDF, as the library makes them: what was sealed before stays open."""

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.crypto.sealing import _derive


@pytest.mark.parametrize("secret", [bytes(32), b"a secret of the tests only", b"x" * 200])
@pytest.mark.parametrize("purpose", ["name", "sealing", "finding", "history"])
def test_they_are_derived_by_the_book(secret: bytes, purpose: str) -> None:
    by_the_book = HKDF(SHA256(), 32, salt=None, info=f"tourdesk 1 {purpose}".encode())
    assert _derive(secret, purpose) == by_the_book.derive(secret)
