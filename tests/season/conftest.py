"""One season for all tests that look at it, built as the demo builds it."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from domain.ports.agency import CurrentAgency
from sandbox import Sandbox
from storage import Database
from storage.crypto.sealing import Keys
from tests.quick_disk import quick_folder
from tourdesk.keys import secret_keys
from tourdesk.season.acts import Opening
from tourdesk.season.building import build_season
from tourdesk.settings import Settings

OPENING = Opening(date(2026, 11, 30), ZoneInfo("Europe/Sofia"))
"""A Monday."""


@dataclass
class Opened:
    """What the demo opens: its database, its people's chats, and the agency's key."""

    settings: Settings
    sandbox: Sandbox
    database: Database
    agency: CurrentAgency

    def chat(self, person: int) -> list[Any]:
        return list(self.sandbox.world.chats[person].messages.values())


@pytest.fixture(scope="session")
async def opened() -> AsyncIterator[Opened]:
    folder = quick_folder("tourdesk-season-")
    sandbox = Sandbox(rate_limits=None)
    await sandbox.start()
    settings = Settings(
        token=SecretStr(sandbox.token), data=folder, api_url=sandbox.api_url, database=None, webhook_url=None
    )
    await build_season(settings, sandbox, OPENING)
    secrets = secret_keys(folder)
    database = Database(settings.database_url, Keys(*secrets))
    yield Opened(settings, sandbox, database, settings.agency_with(secrets[0]))
    await database.close()
    await sandbox.stop()
    shutil.rmtree(folder, ignore_errors=True)
