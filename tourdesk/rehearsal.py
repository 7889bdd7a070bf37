"""What the drill of backups is handed: a deal's card, and how soon the bot answers on a copy of the agency."""

import asyncio
import time
from datetime import datetime

from aiohttp import ClientSession
from pydantic import SecretStr

from domain.entities.people import Person, Role
from locales.terms.deal_card import deal_told
from sandbox import Sandbox
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from tourdesk.agency import running
from tourdesk.keys import secret_keys
from tourdesk.settings import Settings

PATIENCE = 30.0
"""Seconds."""

deal_card = deal_told


async def seconds_to_answer(copy: Settings, now: datetime, last_update: int) -> float:
    """Until the bot on the copy has answered the first owner in a practice Telegram; 0 when there is no owner."""
    person = await _owner(copy)
    if person is None:
        return 0.0
    # Counting on from there: the copy remembers which updates it has had.
    sandbox = Sandbox(start_at=now, rate_limits=None, numbers_after=last_update)
    await sandbox.start(port=0)
    try:
        practising = {
            "token": SecretStr(sandbox.token),
            "api_url": sandbox.api_url,
            "webhook_url": None,
            "status_port": None,  # the living agency's pages are there
        }
        settings = copy.model_copy(update=practising)
        async with ClientSession(sandbox.url) as http:
            introduced = {
                "id": person.telegram_id,
                "first_name": person.name,
                "language_code": person.language.value,
            }
            await http.post("/sim/people", json=introduced)
            began = time.monotonic()
            async with running(settings, sandbox.clock.now, frozenset({"bot"})):
                await http.post(f"/sim/people/{person.telegram_id}/say", json={"text": "/menu"})
                await _answered(http, person.telegram_id)
                return time.monotonic() - began
    finally:
        await sandbox.stop()


async def _answered(http: ClientSession, chat: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            async with http.get(f"/sim/people/{chat}/chat") as answer:
                if any(message["from"] == "bot" for message in (await answer.json())["messages"]):
                    return
            await asyncio.sleep(0.05)


async def _owner(copy: Settings) -> Person | None:
    database = Database(copy.database_url, Keys(*secret_keys(copy.data)))
    try:
        return await database.read(_first_owner)
    finally:
        await database.close()


def _first_owner(unit: SqlUnit) -> Person | None:
    owners = [member.person for member in unit.repositories.staff.active() if member.role is Role.OWNER]
    return owners[0] if owners else None
