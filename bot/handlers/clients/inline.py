"""Clients in any chat: colleagues find them, and what is posted says a number only, with a button that colleagues open."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.inline import InlineResult, found_inline
from bot.conversation.routes import Routes
from bot.conversation.searches import Page
from bot.handlers.home.free_words import SearchWords
from bot.links.clients import CLIENT
from domain.entities.clients import Client
from domain.entities.people import Right
from domain.queries.clients import clients_found
from domain.values.refusals import NotFound
from locales import Sentence, _, lines
from locales.terms.phones import pretty_phone

routes = Routes()

LONGEST = 12
"""Digits of a number of ours."""


@found_inline(rank=20, right=Right.SEE_DEALS)
def clients_inline(exchange: Exchange, page: Page) -> Sequence[InlineResult]:
    words = SearchWords.of(page.text).text
    found = clients_found(exchange.desk, words, page.limit, page.offset) if words else ()
    return [_result(exchange, one) for one in found]


def _result(exchange: Exchange, client: Client) -> InlineResult:
    return InlineResult(
        f"client_{client.id}",
        _("👤 {name}")(name=client.name),
        _about(client),
        lines(
            _("<b>👤 Client #{number}</b>")(number=client.id),
            _("Only colleagues can open it."),
        ),
        _("👁 Open"),
        exchange.deep_link(f"c_{client.id}"),
    )


def _about(client: Client) -> Sentence:
    if client.phone is None:
        return _("Client #{number}")(number=client.id)
    return _("Client #{number} · {phone}")(number=client.id, phone=pretty_phone(client.phone))


@routes.link("c")
def open_client(exchange: Exchange, token: str) -> None:
    """Whoever does not work here is told the same as of any link that is over."""
    if not exchange.desk.actor.is_staff or not (token.isdecimal() and len(token) <= LONGEST):
        raise NotFound("link_closed")
    exchange.show(CLIENT, int(token))
