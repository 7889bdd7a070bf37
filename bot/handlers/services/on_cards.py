"""Services on other cards: of the deal for colleagues, of the trip for its client."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, go
from bot.conversation.slots import Lines
from bot.links.deals import DEAL_SLOTS, MY_DEAL_SLOTS
from bot.links.services import SERVICE, SERVICES
from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.services import count_services, my_services
from locales import _
from locales.terms.services import client_line

routes = Routes()

SHOWN = 6
"""So many stand on a client's card."""


@DEAL_SLOTS.button(105, Right.SEE_DEALS)
def services_of_deal(exchange: Exchange, deal: Deal) -> Button:
    count = count_services(exchange.desk, deal)
    label = _("🔖 Services · {count}")(count=count) if count else _("🔖 Services")
    return go(label, SERVICES, deal.id, 0)


@MY_DEAL_SLOTS.lines(20)
def services_of_trip(exchange: Exchange, deal: Deal) -> Lines:
    """What is confirmed for them."""
    if deal.is_lost:
        return
    for one in my_services(exchange.desk, deal.id)[:SHOWN]:
        yield client_line(one)


@routes.verb("open_service")
def open_service(exchange: Exchange, notice: Notice) -> None:
    exchange.show(SERVICE, notice.facts["service"])
