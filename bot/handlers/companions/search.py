"""Clients, found by whoever they take along: the line tells by whom, or by whose passport."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.clients import CLIENT
from domain.entities.people import Right
from domain.queries.companions import companions_found, companions_with
from locales import _


@finds(rank=55, right=Right.SEE_DEALS, paged=True)
def by_companion(exchange: Exchange, page: Page) -> list[Button]:
    words = _("👤 {client} · with {name}")
    found = companions_found(exchange.desk, page.text, page.limit, page.offset)
    return [go(words(client=one.client.name, name=one.name), CLIENT, one.client.id) for one in found]


@finds(rank=32, right=Right.SEE_DEALS)
def by_passport(exchange: Exchange, page: Page) -> list[Button]:
    """Who has exactly this number; a part of one finds nobody."""
    words = _("👤 {client} · passport of {name}")
    found = companions_with(exchange.desk, page.text)
    return [go(words(name=one.name, client=one.client.name), CLIENT, one.client.id) for one in found]
