"""The bot as a program: assembled from its parts, started, and stopped with nothing lost."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeDefault, MenuButtonCommands
from aiohttp import web

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.dispatching.inline import InlineDispatcher
from bot.conversation.exchange import BotProfile
from bot.registry import all_routes
from bot.transport.answering.delivery import Delivery
from bot.transport.answering.unsent import UnsentAnswers
from bot.transport.calls.patience import patiently
from bot.transport.calls.session import JsonSession
from bot.transport.inbox.inbox import Inbox
from bot.transport.inbox.rate_limit import RateLimit
from bot.transport.inbox.user_queues import Limits
from bot.transport.inbox.worker import Worker
from bot.transport.inline.queries import KIND as INLINE_QUERY
from bot.transport.inline.queries import InlineQueries
from bot.transport.leader import Leader
from bot.transport.receiving.polling import Polling
from bot.transport.receiving.webhook import webhook
from bot.transport.receiving.webhook_watch import HELD, WebhookWatch
from bot.transport.supervisor import supervise
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor
from domain.values.language import Language
from locales import Voice
from storage import Database, FileStore, SqlUnit

log = structlog.get_logger()


def telegram(token: str, api_url: str | None = None) -> Bot:
    """A client of Telegram's, or of whoever answers at `api_url`."""
    api = TelegramAPIServer.from_base(api_url) if api_url else None
    session = JsonSession(api=api) if api else JsonSession()
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))


class BotProgram:
    """Receives, answers and stops. The clock tells aware UTC; `tokens` gives unguessable texts."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        agency: CurrentAgency,
        clock: Callable[[], datetime],
        tokens: Callable[[], str],
        limits: Limits | None = None,
        files: FileStore | None = None,
    ) -> None:
        self.bot = bot
        self._database = database
        self._agency = agency
        self._clock = clock
        self._tokens = tokens
        self._routes = all_routes()
        self._delivery = Delivery(bot, self._unreachable, files)
        self._limits = limits
        self._tasks: list[asyncio.Task[None]] = []
        self.inbox: Inbox
        self.answers: UnsentAnswers
        self.inline: InlineQueries
        self.asked_inline = True
        """Whether inline mode is switched on at BotFather, as far as it is known."""
        self.menus: asyncio.Task[None]
        self.webhook_watch: WebhookWatch
        self.username = ""

    async def open(self) -> None:
        """Learns its own name, continues with what is stored, and sets the menus meanwhile.

        Waits for a Telegram that is away. Raises TelegramUnauthorizedError for a token it does not know.
        """
        try:
            await self._open()
        except BaseException:
            await self.bot.session.close()
            raise

    async def _open(self) -> None:
        me = await patiently(self.bot.me)
        self.username = me.username or ""
        self._learns_inline(on=bool(me.supports_inline_queries))
        profile = BotProfile(self.username, self._delivery.message_of, lambda: self.asked_inline)
        identity = Identity(self._agency, self._clock, self._tokens)
        dispatcher = Dispatcher(identity, self._routes, profile)
        self.answers = UnsentAnswers(self._database, dispatcher, self._delivery, self._clock)
        worker = Worker(self._database, dispatcher, self._delivery, self.answers)
        rate_limit = RateLimit(self.bot, self._database, self._agency)
        inline = InlineDispatcher(identity, self._routes, profile)
        seen = partial(self._learns_inline, on=True)
        self.inline = InlineQueries(self.bot, self._database, inline.answer, seen=seen)
        self.inbox = Inbox(
            self._database,
            worker.take,
            self._clock,
            limits=self._limits,
            flooded=rate_limit.tell,
            passing=(INLINE_QUERY, self.inline.take),
        )
        await self._database.reached(self.inbox.open)
        # People are answered meanwhile: Telegram counts these calls, and may put them off for a minute.
        self.menus = asyncio.create_task(self._set_menus(), name="menus")
        self._tasks.append(self.menus)

    def _learns_inline(self, *, on: bool) -> None:
        """From Telegram's word at the start, or because somebody asks."""
        if self.asked_inline and not on:
            log.warning("inline mode is off: /setinline at @BotFather switches it on")
        self.asked_inline = on

    def poll(self, *, one_of_many: bool = False) -> asyncio.Task[None]:
        """Starts polling, until `close`; as one of many processes, while it is the leader."""
        polling = Polling(self.bot, self.inbox, self._routes.update_kinds).run
        if one_of_many:
            polling = Leader(self._database, "polling", self._tokens()[:40], polling).run
        return self._supervise("polling", polling)

    def watch(self) -> None:
        """Starts looking for updates that other processes left untaken or unanswered, until `close`."""
        self._supervise("watching the inbox", self.inbox.watch)
        self._supervise("watching the answers", self.answers.watch)
        self._supervise("writing down answers", self.answers.keep)

    def _supervise(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> asyncio.Task[None]:
        task = asyncio.create_task(supervise(name, work), name=name)
        self._tasks.append(task)
        return task

    async def listen(
        self, url: str, secret: str, host: str, port: int, beside: Iterable[web.RouteDef] = ()
    ) -> Callable[[], Awaitable[None]]:
        """Has updates brought to `url`, listening on host and port, for what is `beside` it too; the result stops it.

        Raises OSError when the port is taken.
        """
        app = webhook(self.inbox, urlsplit(url).path or "/", secret)
        app.add_routes(beside)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await runner.cleanup()
            raise

        kinds = self._routes.update_kinds

        def set_webhook() -> Awaitable[bool]:
            return self.bot.set_webhook(url, secret_token=secret, allowed_updates=kinds)

        await patiently(set_webhook)
        self.webhook_watch = WebhookWatch(self.bot, url, kinds, set_webhook, self._leads("webhook"))
        self._supervise("watching the webhook", self.webhook_watch.run)
        return runner.cleanup

    def _leads(self, name: str) -> Callable[[], Awaitable[bool]]:
        """Whether this process holds the lease just now, of all that share the database."""
        holder = self._tokens()[:40]
        return lambda: self._database.run(lambda unit: unit.leases.take(name, holder, HELD))

    async def close(self) -> None:
        """Takes nothing new and finishes what has begun; what is stored waits for the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.inline.close()
        await self.inbox.close()
        with suppress(Exception):  # then they are sent once more
            await self.answers.write_down()
        await self.bot.session.close()

    async def _set_menus(self) -> None:
        """What strangers and clients find behind the menu button, in every language."""
        try:
            await asyncio.gather(
                *(self._set_menu(language) for language in Language),
                patiently(lambda: self.bot.set_chat_menu_button(menu_button=MenuButtonCommands())),
            )
        except AiogramError as error:
            log.error("menus not set", why=type(error).__name__)  # noqa: TRY400 (its message may hold the token)

    async def _set_menu(self, language: Language) -> None:
        voice = Voice(language, self._agency.latest.zone, None)
        commands = [
            BotCommand(command=command.name, description=voice.plain(command.help))
            for command in self._routes.commands_of(Actor())
        ]
        code = None if language is Language.ENGLISH else language.value
        await patiently(
            lambda: self.bot.set_my_commands(commands, scope=BotCommandScopeDefault(), language_code=code)
        )

    async def _unreachable(self, telegram_id: int) -> None:
        """Telegram said that this person cannot be written to."""
        now = self._clock()

        def mark(unit: SqlUnit) -> None:
            person = unit.repositories.people.by_telegram_id(telegram_id)
            if person is not None and person.reachable:
                person.unreachable_since = now

        await self._database.run(mark)
