"""Who typed behind the bot's name, and what they find: colleagues only. Nothing is written, so that nobody need wait for it."""

from datetime import UTC

from bot.conversation.dispatching.identity import Identity
from bot.conversation.events import Event
from bot.conversation.exchange import BotProfile, Exchange
from bot.conversation.inline import InlineAnswer, inline_results
from bot.conversation.routes import Routes
from bot.conversation.searches import Page
from locales import Voice, _
from storage import SqlUnit

SIZE = 12
"""Of each kind of thing on a page: Telegram takes fifty results."""
LAST_PAGE = 20
WRITE = _("💬 Write to us")


class InlineDispatcher:
    """Answers from what is stored. A person who was never here is not written down for typing a name."""

    def __init__(self, identity: Identity, routes: Routes, profile: BotProfile) -> None:
        self._identity = identity
        self._routes = routes
        self._profile = profile

    def answer(self, unit: SqlUnit, event: Event, page: int = 0) -> InlineAnswer:
        """For strangers, clients and former colleagues: nothing, and the way into their own chat."""
        desk = self._identity.colleague(unit, event)
        if desk is None:
            return InlineAnswer(Voice(self._identity.language_of(unit, event), UTC, None), button=WRITE)
        assert desk.actor.person is not None
        voice = Voice.at(desk, desk.actor.person.language)
        exchange = Exchange(desk, voice, event, unit, self._routes, self._profile)
        return _found(exchange, Page(event.text or "", page, SIZE))


def _found(exchange: Exchange, page: Page) -> InlineAnswer:
    results, more = inline_results(exchange, page)
    voice = exchange.voice
    if not results and not page.number:
        nothing = _("🔎 Nothing found for “{text}”")(text=page.text[:30])
        return InlineAnswer(voice, button=nothing if page.text else None)
    return InlineAnswer(voice, results, page.number + 1 if more and page.number < LAST_PAGE else None)
