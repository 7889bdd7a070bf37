"""The process of its own in which a nightly backup is made: told everything it needs, it answers with what became of it."""

import asyncio
import os
import signal
from pathlib import Path

import psutil
import pytest
from pydantic import SecretStr

from tests.backups.agencies import NIGHT, house, listed, lived_in
from tourdesk.backups import NotBackedUpError
from tourdesk.backups.child import NICE, make_in_child


async def test_what_stops_the_agency_is_for_the_agency_to_tell_its_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C and systemd tell all processes at once; a child that ended by itself would be a backup that failed."""
    agency = await lived_in(house(tmp_path / "here", None))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    before = psutil.Process().children()
    making = asyncio.create_task(make_in_child(agency.settings, NIGHT))
    child = await at_work(before)
    for told in (signal.SIGINT, signal.SIGTERM):
        child.send_signal(told)
    assert (await making).rows > 5

    giving_up = asyncio.create_task(make_in_child(agency.settings, NIGHT))
    child = await at_work(before)
    giving_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await giving_up
    assert not child.is_running()


async def at_work(before: list[psutil.Process]) -> psutil.Process:
    """The child that was not there before, once it has begun to be nice."""
    async with asyncio.timeout(30):
        while True:
            for child in psutil.Process().children():
                if child not in before and child.nice() >= NICE:
                    return child
            await asyncio.sleep(0.01)


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
