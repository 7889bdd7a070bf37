"""The owners' own chats as a place for archives: each gets the file as a document."""

from asyncio import to_thread
from pathlib import Path

from domain.entities.people import Person, Role
from domain.entities.profile import PROFILE
from domain.values.language import Language
from locales import Voice, _
from storage import Database, SqlUnit
from tourdesk.backups.places import CHAT, CHAT_MOST
from tourdesk.settings import Settings

CAPTION = _("💾 Backup of {agency}. It opens only with the secret key: keep the two apart.")


class TooLargeError(Exception):
    """Telegram takes no document of that size."""


class Chat:
    """Nothing is listed or removed there: it is the owner's own."""

    name = CHAT

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database

    async def put(self, archive: Path, name: str) -> None:
        from scheduler.delivery.rate_limiter import RateLimiter
        from scheduler.delivery.telegram_line import telegram

        content = await to_thread(archive.read_bytes)
        if len(content) > CHAT_MOST:
            raise TooLargeError("the backup is too large for a chat")
        settings = self._settings
        line = telegram(settings.token.get_secret_value(), settings.api_url, RateLimiter())
        profile = await self._database.read(lambda unit: unit.repositories.definitions.current().one(PROFILE))
        async with line:
            for chat, language in await self._database.read(_owners):
                caption = Voice(language, profile.where, None).html(CAPTION(agency=profile.name))
                await line.send_document(
                    chat, content, filename=name, caption=caption, parse_mode="HTML", write_timeout=300
                )

    async def names(self) -> list[str]:
        return []

    async def remove(self, name: str) -> None:
        """What lies in somebody's chat stays there."""


def _owners(unit: SqlUnit) -> list[tuple[int, Language]]:
    active = unit.repositories.staff.active()
    owners: list[Person] = [member.person for member in active if member.role is Role.OWNER]
    return [(person.telegram_id, person.language) for person in owners if person.reachable]
