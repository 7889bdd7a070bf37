"""Inquiries, found by their number."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.handlers.home.free_words import asked_number
from domain.entities.people import Right
from domain.values.refusals import NotFound
from locales import _


@finds(rank=20, right=Right.TAKE_INQUIRIES)
def by_number(exchange: Exchange, page: Page) -> list[Button]:
    number = asked_number(page.text)
    if number is None:
        return []
    try:
        inquiry = exchange.desk.repositories.inquiries.get(number)
    except NotFound:
        return []
    words = _("📥 Inquiry № {number} · {client} · {destination}")
    told = words(number=number, client=inquiry.client.name, destination=inquiry.destination)
    return [go(told, "inquiry", number)]
