"""Travellers, found by the number of their passport."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.deals import DEAL
from domain.entities.people import Right
from domain.queries.travellers import who_travels_with
from locales import _


@finds(rank=30, right=Right.SEE_TRIPS)
def by_passport(exchange: Exchange, page: Page) -> list[Button]:
    """Whose passport has exactly this number; a part of one finds nobody."""
    words = _("🛂 {name} · № {number}")
    found = who_travels_with(exchange.desk, page.text)
    return [go(words(name=one.name, number=deal.id), DEAL, deal.id) for deal, one in found]
