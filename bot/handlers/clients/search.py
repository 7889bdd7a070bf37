"""Clients, found by their name or phone."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.clients import CLIENT
from domain.entities.clients import Client
from domain.entities.people import Right
from domain.queries.clients import clients_found
from locales import Sentence, _
from locales.terms.phones import pretty_phone


@finds(rank=50, right=Right.SEE_DEALS, paged=True)
def by_name_or_phone(exchange: Exchange, page: Page) -> list[Button]:
    found = clients_found(exchange.desk, page.text, page.limit, page.offset)
    return [go(_client(client), CLIENT, client.id) for client in found]


def _client(client: Client) -> Sentence:
    if client.phone is None:
        return _("👤 {client}")(client=client.name)
    return _("👤 {client} · {phone}")(client=client.name, phone=pretty_phone(client.phone))
