"""Travellers, found by their name, or by the number of their passport."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.deals import DEAL
from bot.links.travellers import TRAVELLER_CARD
from bot.links.trips import SEAT
from domain.entities.people import Right
from domain.queries.my_deals import serves
from domain.queries.travellers import TravellerFound, travellers_found, who_travels_with
from locales import _


@finds(rank=30, right=Right.SEE_TRIPS)
def by_passport(exchange: Exchange, page: Page) -> list[Button]:
    """Whose passport has exactly this number; a part of one finds nobody."""
    words = _("🛂 {name} · #{number}")
    found = who_travels_with(exchange.desk, page.text)
    return [go(words(name=one.name, number=deal.id), DEAL, deal.id) for deal, one in found]


@finds(rank=60, right=Right.SEE_PARTICIPANTS, paged=True)
def by_name(exchange: Exchange, page: Page) -> list[Button]:
    found = travellers_found(exchange.desk, page.text, page.limit, page.offset)
    return [_opens(exchange, one) for one in found]


def _opens(exchange: Exchange, one: TravellerFound) -> Button:
    """The card with the papers, for who keeps them; the deal; or the seat on the coach."""
    label = _("🧳 {name} · {title}")(name=one.name, title=one.title)
    if serves(exchange.desk):
        return go(label, TRAVELLER_CARD, one.deal, one.number)
    if exchange.desk.actor.may(Right.SEE_DEALS) or one.trip is None:
        return go(label, DEAL, one.deal)
    return go(label, SEAT, one.trip, one.number)
