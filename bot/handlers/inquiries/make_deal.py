"""An inquiry becomes a deal: with one tap where all is known, else with the questions that are left."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.flows.deals.open_deal import DealFlow, sold_meanwhile
from bot.links.deals import DEAL, MAKE_DEAL
from bot.links.inquiries import INQUIRY
from bot.links.trips import NO_ROOM_FOR
from domain.entities.inquiries import Inquiry, InquiryNumber
from domain.entities.notices import Notice
from domain.queries.deals import deal_numbered
from domain.queries.inquiries import inquiry_of_deal_to_be
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
    inquiry = inquiry_of_deal_to_be(desk, number)
    if not inquiry.is_open:
        _what_became(exchange, inquiry)
        return
    ready = ready_deal(desk, number)
    if inquiry.trip is not None and sold_meanwhile(desk, inquiry.trip.id, inquiry.heads, inquiry.client.id):
        exchange.show(NO_ROOM_FOR, inquiry.trip.id, inquiry.heads, inquiry.client.id, number)
        return
    if ready is None:
        begin(exchange, DealFlow, inquiry=number)
        return
    booking = Booking(Caller(""), ready.trip, ready.seats, ready.leader, number)
    deal = open_deal(desk, booking)
    exchange.head(_("Deal #{number} is open.")(number=deal.id))
    exchange.show(DEAL, deal.id)


def _what_became(exchange: Exchange, inquiry: Inquiry) -> None:
    """Somebody was faster: what they made of it is shown; it may be in another branch by now, or there may be no deal."""
    desk = exchange.desk
    deal = deal_numbered(desk, inquiry.deal.id) if inquiry.deal else None
    if deal is None:
        exchange.note(words_for(inquiry.done_already()), alert=True)
        exchange.show(INQUIRY, inquiry.id)
        return
    by = inquiry.taken_by.name if inquiry.taken_by else None
    told = _("Inquiry #{number} is already deal #{deal}, opened by {by}.")
    exchange.note(told(number=inquiry.id, deal=deal.id, by=by), alert=True)
    exchange.show(DEAL, deal.id)


@routes.verb("make_deal")
def make_deal_announced(exchange: Exchange, notice: Notice) -> None:
    number = inquiry_of(exchange.desk, notice)
    if number is None:
        raise NotFound("no_such_inquiry")
    make_deal(exchange, number)
