"""What a client does from a notice about their trip: looks at it, enters who travels, sends a passport."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.flows.travellers.passport import PassportFlow
from bot.flows.travellers.traveller import TravellerFlow
from bot.links.deals import MY_DEAL
from domain.entities.notices import Notice
from domain.queries.my_deals import mine

routes = Routes()


@routes.verb("my_deal")
def my_deal(exchange: Exchange, notice: Notice) -> None:
    exchange.show(MY_DEAL, notice.facts["deal"])


@routes.verb("enter_travellers")
def enter_travellers(exchange: Exchange, notice: Notice) -> None:
    deal = mine(exchange.desk, notice.facts["deal"])
    if deal.is_open and deal.seats_to_enter:
        begin(exchange, TravellerFlow, deal=deal.id)
    else:
        exchange.show(MY_DEAL, deal.id)


@routes.verb("send_passport")
def send_passport(exchange: Exchange, notice: Notice) -> None:
    deal = mine(exchange.desk, notice.facts["deal"])
    number = notice.facts.get("traveller")
    whose = next((one for one in deal.party if one.id == number), None)
    if deal.is_open and whose:
        begin(exchange, PassportFlow, deal=deal.id, traveller=whose.id)
    elif deal.is_open and number is None and deal.without_passport:
        begin(exchange, PassportFlow, deal=deal.id)
    else:
        exchange.show(MY_DEAL, deal.id)
