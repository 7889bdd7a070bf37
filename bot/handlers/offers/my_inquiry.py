"""What a client was offered for one of their inquiries."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, column, go
from bot.links.inquiries import MY_INQUIRY, MY_INQUIRY_SLOTS
from bot.links.offers import MY_OFFER, MY_OFFERS
from domain.entities.inquiries import Inquiry, InquiryNumber
from domain.queries.offers import offers_of_mine
from locales import _
from locales.terms.offers import offer_line

routes = Routes()


@MY_INQUIRY_SLOTS.button(10)
def offered(exchange: Exchange, inquiry: Inquiry) -> Button | None:
    count = len(offers_of_mine(exchange.desk, inquiry.id))
    return go(_("🛍 Offers · {count}")(count=count), MY_OFFERS, inquiry.id) if count else None


@routes.draws(MY_OFFERS)
def my_offers(exchange: Exchange, number: InquiryNumber) -> Screen:
    """The newest first."""
    found = offers_of_mine(exchange.desk, number)
    buttons = [go(offer_line(one.offer, one.standing), MY_OFFER, one.offer.id) for one in found]
    return Screen(_("<b>🛍 What we offer you</b>"), column([*buttons, back(MY_INQUIRY, number)]))
