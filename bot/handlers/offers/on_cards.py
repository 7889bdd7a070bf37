"""What a deal's card and a supplier's card have of offers."""

from bot.conversation.exchange import Exchange
from bot.conversation.slots import Lines
from bot.links.deals import DEAL_SLOTS
from bot.links.suppliers import SUPPLIER_SLOTS
from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.entities.suppliers import Supplier
from domain.queries.offers import offer_of_deal, sold_of
from locales import Joined, _

SHOWN = 3


@DEAL_SLOTS.lines(9, Right.SEE_DEALS)
def came_by_offer(exchange: Exchange, deal: Deal) -> Lines:
    offer = offer_of_deal(exchange.desk, deal)
    if offer is None:
        return
    net = _("net {amount}")(amount=offer.net) if offer.net else None
    parts = [offer.title, offer.supplier.name if offer.supplier else None, net]
    yield _("🛍 By an offer: {offer}")(offer=Joined([part for part in parts if part is not None], by=" · "))


@SUPPLIER_SLOTS.lines(30, Right.TAKE_INQUIRIES)
def sold(exchange: Exchange, supplier: Supplier) -> Lines:
    for offer in sold_of(exchange.desk, supplier, SHOWN):
        told = _("🛍 Sold: {title}, {price}, {client}")
        yield told(title=offer.title, price=offer.price, client=offer.inquiry.client.name)
