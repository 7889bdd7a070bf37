"""Clients, found by their name or phone."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.handlers.home.free_words import asked_client, asked_number
from bot.links.clients import CLIENT
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.clients import client_numbered, clients_found
from domain.queries.deals import deal_numbered
from domain.queries.inquiries import inquiry_numbered
from locales import _
from locales.terms.clients import client_label


@finds(rank=50, right=Right.SEE_DEALS, paged=True)
def by_name_or_phone(exchange: Exchange, page: Page) -> list[Button]:
    found = clients_found(exchange.desk, page.text, page.limit, page.offset)
    return [go(client_label(client), CLIENT, client.id) for client in found]


@finds(rank=25, right=Right.SEE_DEALS)
def by_number(exchange: Exchange, page: Page) -> list[Button]:
    """A bare number is a deal's or an inquiry's, if there is such a one."""
    number, bare = asked_client(page.text), asked_number(page.text)
    if bare is not None and not _is_anothers(exchange.desk, bare):
        number = bare
    found = client_numbered(exchange.desk, number) if number is not None else None
    return [go(_("👤 #{number} {name}")(number=found.id, name=found.name), CLIENT, found.id)] if found else []


def _is_anothers(desk: Desk, number: int) -> bool:
    if deal_numbered(desk, number) is not None:
        return True
    return desk.actor.may(Right.TAKE_INQUIRIES) and inquiry_numbered(desk, number) is not None
