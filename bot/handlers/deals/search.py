"""Deals, found by their number."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.handlers.home.free_words import asked_number
from bot.links.deals import DEAL
from domain.entities.people import Right
from domain.queries.deals import deal_numbered
from locales import _
from locales.terms.deals import deal_line


@finds(rank=10, right=Right.SEE_DEALS)
def by_number(exchange: Exchange, page: Page) -> list[Button]:
    number = asked_number(page.text)
    deal = deal_numbered(exchange.desk, number) if number is not None else None
    return (
        [go(_("🗂 {deal}")(deal=deal_line(deal, exchange.desk.agency.pipelines.names)), DEAL, deal.id)]
        if deal
        else []
    )
