"""The steps of the bot: introduced to Telegram, then receiving updates until the end."""

import hmac
import secrets
from typing import TYPE_CHECKING

from bot.program import BotProgram, telegram
from bot.transport.inbox.user_queues import Limits
from storage import Database
from tourdesk.not_started import UNKNOWN_TOKEN, NotStartedError
from tourdesk.start.setup import Setup
from tourdesk.wall_clock import Clock

if TYPE_CHECKING:
    from web.server import WebDoors


async def start_bot(setup: Setup, database: Database, clock: Clock) -> BotProgram:
    """Answers what is stored already; waits for a Telegram that is away. Raises NotStartedError."""
    from aiogram.exceptions import (  # only behind `bot`, which imports it lazily
        TelegramNotFound,
        TelegramUnauthorizedError,
    )

    settings = setup.settings
    client = telegram(settings.token.get_secret_value(), settings.api_url)
    bot = BotProgram(client, database, setup.agency, clock, secrets.token_urlsafe, Limits(), setup.files)
    try:
        await bot.open()
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise NotStartedError(UNKNOWN_TOKEN) from None
    setup.stack.push_async_callback(bot.close)
    bot.watch()
    return bot


async def receive_updates(setup: Setup, bot: BotProgram, doors: "WebDoors | None" = None) -> None:
    """By webhook when an address is set, else by polling. Doors on the webhook's port are served beside it."""
    from aiogram.exceptions import TelegramBadRequest

    settings = setup.settings
    if settings.webhook_url is None:
        bot.poll(one_of_many=settings.shared)
        return
    host, port = settings.webhook_host, settings.webhook_port
    beside = doors.routes() if doors and settings.web_beside_webhook else ()
    try:
        stop = await bot.listen(settings.webhook_url, _webhook_secret(setup), host, port, beside)
    except OSError as error:
        raise NotStartedError(
            f"TOURDESK_WEBHOOK_PORT: cannot listen on {host}, port {port}: {error.strerror}"
        ) from None
    except TelegramBadRequest as error:
        raise NotStartedError(f"TOURDESK_WEBHOOK_URL: {error.message}") from None
    setup.stack.push_async_callback(stop)


def _webhook_secret(setup: Setup) -> str:
    """The same in every process that has the agency's key: Telegram knows one."""
    secret = setup.settings.webhook_secret
    return secret.get_secret_value() if secret else hmac.digest(setup.secrets[0], b"webhook", "sha256").hex()
