"""Suppliers, found by their name, or by the name of whom we speak with there."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button
from bot.conversation.searches import Page, finds
from bot.handlers.suppliers.list import opens
from domain.entities.people import Right
from domain.queries.suppliers import suppliers_found


@finds(rank=81, right=Right.SEE_SUPPLIERS, paged=True)
def by_name(exchange: Exchange, page: Page) -> list[Button]:
    return [opens(one) for one in suppliers_found(exchange.desk, page.text, page.limit, page.offset)]
