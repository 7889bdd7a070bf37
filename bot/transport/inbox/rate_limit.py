"""The rate limit's answer: one sentence to a user who writes faster than can be read, in their language."""

from typing import Any

import orjson
import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from domain.ports.agency import CurrentAgency
from domain.values.language import Language, guess_language
from locales import Voice, _
from storage import Database, SqlUnit

log = structlog.get_logger()

TOO_FAST = _(
    "That was a lot at once. I am reading the first messages; please send the rest again in a few minutes."
)


class RateLimit:
    """Sends past the user's queue: the sentence is of use only now."""

    def __init__(self, bot: Bot, database: Database, agency: CurrentAgency) -> None:
        self._bot = bot
        self._database = database
        self._agency = agency

    async def tell(self, payload: str) -> None:
        """To the sender of this update, when it came in a private chat."""
        sender = _private_sender(orjson.loads(payload))
        if sender is None:
            return
        number, code = int(sender["id"]), str(sender.get("language_code") or "")

        def language(unit: SqlUnit) -> Language:
            person = unit.repositories.people.by_telegram_id(number)
            return person.language if person else guess_language(code)

        try:
            voice = Voice(await self._database.read(language), self._agency.latest.zone, None)
            await self._bot.send_message(number, voice.html(TOO_FAST))
        except (AiogramError, OSError) as error:
            log.info("rate limit not told", why=type(error).__name__)


def _private_sender(update: dict[str, Any]) -> dict[str, Any] | None:
    for body in update.values():
        if isinstance(body, dict) and isinstance(sender := body.get("from"), dict):
            chat = body.get("chat") or (body.get("message") or {}).get("chat") or {}
            return sender if chat.get("id") == sender.get("id") else None
    return None
