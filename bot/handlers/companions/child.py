"""A deal whose client is a child says so on its card: names and documents are asked of the parents, and by a colleague."""

from bot.conversation.exchange import Exchange
from bot.conversation.slots import Lines
from bot.links.deals import DEAL_SLOTS
from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.queries.children import is_a_childs
from locales import _


@DEAL_SLOTS.lines(6, Right.SEE_DEALS)
def client_is_a_child(exchange: Exchange, deal: Deal) -> Lines:
    if deal.is_open and is_a_childs(exchange.desk, deal):
        yield _("🧒 {name} is a child. Documents are asked of the parents: please call them.")(
            name=deal.client.name
        )
