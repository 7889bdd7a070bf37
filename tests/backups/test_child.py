"""The process of its own in which a nightly backup is made: told everything it needs, it answers with what became of it."""

import os
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.backups.agencies import NIGHT, house, listed, lived_in
from tourdesk.backups import NotBackedUpError
from tourdesk.backups.child import make_in_child


async def test_a_child_makes_it_and_tells_why_it_could_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency = await lived_in(house(tmp_path / "here", None))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    for name in [name for name in os.environ if name.startswith("TOURDESK_")]:
        monkeypatch.delenv(name)
    webhook = agency.settings.model_copy(update={"webhook_secret": SecretStr("abc")})
    made = await make_in_child(webhook, NIGHT)
    assert made.made_at == NIGHT
    assert made.rows > 5
    assert made.files == 1
    [name] = listed(agency.data / "backups")
    assert made.sha256.startswith(name.split("-")[-1].partition(".")[0])

    without_key = agency.settings.model_copy(update={"backup_key": None})
    with pytest.raises(NotBackedUpError, match="there is no key"):
        await make_in_child(without_key, NIGHT)
