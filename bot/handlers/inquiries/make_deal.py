"""An inquiry becomes a deal: with one tap where all is known, else with the questions that are left."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.flows.deals.open_deal import DealFlow, sold_meanwhile
from bot.links.deals import DEAL, MAKE_DEAL
from bot.links.trips import NO_ROOM_FOR
from domain.entities.inquiries import InquiryNumber
from domain.entities.notices import Notice
from domain.queries.inquiries import inquiry_to_convert
from domain.queries.messages import inquiry_of
from domain.queries.taking_up import ready_deal
from domain.usecases.deals.booking import Booking, open_deal
from domain.usecases.inquiries.intake import Caller
from domain.values.refusals import NotFound
from locales import _

routes = Routes()


@routes.does(MAKE_DEAL)
def make_deal(exchange: Exchange, number: InquiryNumber) -> None:
    desk = exchange.desk
    ready = ready_deal(desk, number)
    inquiry = inquiry_to_convert(desk, number)
    if inquiry.trip is not None and sold_meanwhile(desk, inquiry.trip.id, inquiry.heads):
        exchange.show(NO_ROOM_FOR, inquiry.trip.id, inquiry.heads, inquiry.client.id, number)
        return
    if ready is None:
        begin(exchange, DealFlow, inquiry=number)
        return
    booking = Booking(Caller(""), ready.trip, ready.seats, ready.leader, number)
    deal = open_deal(desk, booking)
    exchange.head(_("Deal #{number} is open.")(number=deal.id))
    exchange.show(DEAL, deal.id)


@routes.verb("make_deal")
def make_deal_announced(exchange: Exchange, notice: Notice) -> None:
    number = inquiry_of(exchange.desk, notice)
    if number is None:
        raise NotFound("no_such_inquiry")
    make_deal(exchange, number)
