"""What a deal's card has of its client: the way to their card, a message to them, and the last words."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, ask, go
from bot.flows.clients.write import WriteClient
from bot.handlers.clients.words import said_line
from bot.links.clients import CLIENT
from bot.links.deals import DEAL_SLOTS
from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.queries.messages import said_about
from locales import Sentence, _


@DEAL_SLOTS.button(rank=60, right=Right.SEE_DEALS)
def client_of_deal(_exchange: Exchange, deal: Deal) -> Button:
    return go(_("👤 Client"), CLIENT, deal.client.id)


@DEAL_SLOTS.button(rank=70, right=Right.ANSWER_CLIENTS)
def write_about_deal(_exchange: Exchange, deal: Deal) -> Button | None:
    if not deal.client.reachable:
        return None
    return ask(_("✉️ Write"), WriteClient, client=deal.client.id, deal=deal.id)


@DEAL_SLOTS.lines(rank=10)
def said_about_deal(exchange: Exchange, deal: Deal) -> list[Sentence | str]:
    """The last words about this deal."""
    said = said_about(exchange.desk, deal.id)
    return ["", _("<b>Recent messages</b>"), *map(said_line, said)] if said else []
