"""Inquiries, found by their number."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.handlers.home.free_words import asked_number
from bot.links.inquiries import INQUIRY
from domain.entities.people import Right
from domain.queries.inquiries import inquiry_numbered
from locales import _


@finds(rank=20, right=Right.TAKE_INQUIRIES)
def by_number(exchange: Exchange, page: Page) -> list[Button]:
    number = asked_number(page.text)
    inquiry = inquiry_numbered(exchange.desk, number) if number is not None else None
    if inquiry is None:
        return []
    words = _("📥 Inquiry #{number} · {client} · {destination}")
    told = words(number=number, client=inquiry.client.name, destination=inquiry.asked_place)
    return [go(told, INQUIRY, inquiry.id)]
