"""Deals, found by their number."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.handlers.home.free_words import asked_number
from domain.entities.people import Right
from domain.values.refusals import NotFound
from locales import _
from locales.terms.deals import deal_line


@finds(rank=10, right=Right.SEE_DEALS)
def by_number(exchange: Exchange, page: Page) -> list[Button]:
    number = asked_number(page.text)
    if number is None:
        return []
    try:
        deal = exchange.desk.repositories.deals.get(number)
    except NotFound:
        return []
    return [go(_("🗂 {deal}")(deal=deal_line(deal)), "deal", number)]
