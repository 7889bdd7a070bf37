"""Observations, found by their words and by what they are about."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.observations import OBSERVATION
from domain.entities.people import Right
from domain.queries.observations import observations_found
from locales import _
from locales.terms.observations import short_observation


@finds(rank=82, right=Right.NOTE_MARKET, paged=True)
def by_words(exchange: Exchange, page: Page) -> list[Button]:
    found = observations_found(exchange.desk, page.text, page.limit, page.offset)
    words = _("🔭 {place}: {text}")
    return [go(words(place=one.place, text=short_observation(one)), OBSERVATION, one.id) for one in found]
