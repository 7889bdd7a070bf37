"""The keys derived from a secret never change: what earlier programs sealed stays open."""

import pytest

from storage.crypto.sealing import Keys, _derive

SECRETS = {"zeros": bytes(32), "words": b"a secret of the tests only", "long": b"x" * 200}

DERIVED = {
    ("zeros", "name"): "77c89058bc811a23c65602f29ab0f74159dd0bec5acc3d9d0ee29dae59585514",
    ("zeros", "sealing"): "11315ae3ea4b1cbc552e5f00ea9c5b148bfe7aade00f92d5e120417c6ffe3b94",
    ("zeros", "files"): "14e8406b5028963648a308fd99d456be5efc7071c52eef4c4724c43ae5dd7008",
    ("zeros", "names of files"): "1707d3fb688e88fa9db5378d687d4b9fed104bdfbc68b8d7600fa4bc07cd6522",
    ("zeros", "finding"): "5c1b2c2f32c718fe83181fd43e323f685275dc6fd1e5dbfec75a9616c3465b51",
    ("zeros", "history"): "05afdac25f3e25495ed924946eb9ef459779eb1904052f1d8cc54ecbd5916117",
    ("words", "sealing"): "b38fe28471e2ec5e4334618c2515171fbaaea439227e6bcc47d6c5015f942b49",
    ("words", "history"): "2422f66b37793a578d7bfc3f0ce12be3e0241058ac52f904ae7af55373c4499c",
    ("long", "name"): "d977811e28e2c0fa28d1cff8b437a9779804f29c6906c1e55b4329aa2e821580",
    ("long", "finding"): "cd54757f4296e8a8a028380cd8a71cfa6b14ddc16cd787428e4ba028281c708a",
}
"""As the first released program derived them, by hand, by RFC 5869."""

NO_SECRET = "sealed:1:77c89058:"


@pytest.mark.parametrize(("secret", "purpose"), DERIVED)
def test_they_are_derived_as_they_always_were(secret: str, purpose: str) -> None:
    assert _derive(SECRETS[secret], purpose).hex() == DERIVED[secret, purpose]


def test_a_text_begins_with_the_name_of_its_key() -> None:
    assert Keys(bytes(32)).seal("passport", "here").startswith(NO_SECRET)
