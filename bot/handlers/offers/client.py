"""An offer as its client sees it: taken, asked about or declined with one tap each, from the message or from here."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, column, go
from bot.flows.clients.question import QuestionFlow
from bot.flows.offers.about_offer import AboutOffer
from bot.links.clients import SENT
from bot.links.deals import MY_DEAL
from bot.links.home import HOME
from bot.links.inquiries import MY_INQUIRY
from bot.links.offers import (
    ASK_WHETHER_STILL,
    DECLINE_FOR,
    DECLINE_OFFER,
    DECLINED_OFFER,
    MY_OFFER,
    TAKE_OFFER,
)
from domain.entities.notices import Notice
from domain.entities.offers import Declined, Offer, OfferNumber
from domain.queries.offers import MyOffer, Standing, offer_of_mine
from domain.usecases.offers.answering import ask_about_offer, decline_offer, take_offer
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, _, lines
from locales.terms.offers import DECLINED_FOR, for_client

routes = Routes()

_STANDS: dict[Standing, Sentence] = {
    Standing.TAKEN: _("✅ You have taken it."),
    Standing.DECLINED: _("✖ You have declined it. You may still take it."),
    Standing.SET_ASIDE: _("ℹ️ You have taken another offer."),
    Standing.WITHDRAWN: _("ℹ️ This offer is no longer available."),
    Standing.EXPIRED: _("⏳ This offer is no longer valid."),
    Standing.CLOSED: _("ℹ️ Your inquiry is closed."),
}


@routes.draws(MY_OFFER)
def my_offer(exchange: Exchange, number: OfferNumber) -> Screen:
    found = offer_of_mine(exchange.desk, number)
    told = lines(
        *for_client(found.offer, exchange.desk.agency.zone), "", _STANDS.get(_stands(exchange, found))
    )
    return Screen(told, column(_choices(exchange, found)))


def _stands(exchange: Exchange, found: MyOffer) -> Standing:
    """One that was declined, and cannot be taken any more, is over."""
    offer = found.offer
    if found.standing is not Standing.DECLINED:
        return found.standing
    if not offer.inquiry.is_open:
        return Standing.CLOSED
    over = offer.is_over(exchange.desk.now, exchange.desk.today)
    return Standing.EXPIRED if over else Standing.DECLINED


def _choices(exchange: Exchange, found: MyOffer) -> Sequence[Button | None]:
    offer, stands = found.offer, _stands(exchange, found)
    takes = act(_("✅ Take it"), TAKE_OFFER, offer.id, offer.version)
    asks = ask(_("💬 Ask"), AboutOffer, offer=offer.id)
    home = go(_("🏠 Home"), HOME)
    match stands:
        case Standing.SENT:
            return [takes, asks, act(_("✖ No, thank you"), DECLINE_OFFER, offer.id), home]
        case Standing.DECLINED:
            return [takes, asks, home]
        case Standing.EXPIRED:
            return [act(_("🔁 Is it still available?"), ASK_WHETHER_STILL, offer.id), home]
        case Standing.TAKEN | Standing.SET_ASIDE if offer.inquiry.deal is not None:
            return [go(_("🧳 My trip"), MY_DEAL, offer.inquiry.deal.id), asks, home]
    return [ask(_("💬 Write to us"), QuestionFlow, inquiry=offer.inquiry.id), home]


@routes.does(TAKE_OFFER)
def takes(exchange: Exchange, number: OfferNumber, version: int) -> None:
    """Whatever stands in the way is said, and the offer shown as it is now."""
    try:
        deal = take_offer(exchange.desk, number, version)
    except NotFound:
        raise
    except Refusal as why:
        exchange.note(words_for(why), alert=True)
        exchange.show(MY_OFFER, number)
        return
    exchange.note(_("It is yours!"))
    exchange.show(MY_DEAL, deal.id)


@routes.does(DECLINE_OFFER)
def declines(exchange: Exchange, number: OfferNumber) -> None:
    try:
        decline_offer(exchange.desk, number)
    except NotFound:
        raise
    except Refusal:
        exchange.show(MY_OFFER, number)
        return
    exchange.show(DECLINED_OFFER, number)


@routes.draws(DECLINED_OFFER)
def declined(exchange: Exchange, number: OfferNumber) -> Screen:
    offer = offer_of_mine(exchange.desk, number).offer
    why = [act(label, DECLINE_FOR, number, reason.value) for reason, label in DECLINED_FOR.items()]
    asks = _("All right. What did not suit you about {title}? We will look for something better.")
    return Screen(asks(title=offer.title), column([*why, go(_("🏠 Home"), HOME)]))


@routes.does(DECLINE_FOR)
def says_why(exchange: Exchange, number: OfferNumber, reason: str) -> None:
    if reason not in {*Declined}:
        raise NotFound("out_of_date")
    try:
        offer = decline_offer(exchange.desk, number, Declined(reason))
    except NotFound:
        raise
    except Refusal:
        exchange.show(MY_OFFER, number)
        return
    exchange.note(_("Thank you, we will look further."))
    exchange.show(MY_INQUIRY, offer.inquiry.id)


@routes.does(ASK_WHETHER_STILL)
def asks_whether_still(exchange: Exchange, number: OfferNumber) -> None:
    words = exchange.voice.plain(_("Is it still available?"))
    question = ask_about_offer(exchange.desk, number, words)
    exchange.show(SENT, [question.id])


def _named(notice: Notice) -> tuple[int, int]:
    return notice.facts["offer"], notice.facts["version"]


@routes.verb("take_offer")
def take_announced(exchange: Exchange, notice: Notice) -> None:
    takes(exchange, *_named(notice))


@routes.verb("ask_about_offer")
def ask_announced(exchange: Exchange, notice: Notice) -> None:
    offer: Offer = offer_of_mine(exchange.desk, notice.facts["offer"]).offer
    begin(exchange, AboutOffer, offer=offer.id)


@routes.verb("decline_offer")
def decline_announced(exchange: Exchange, notice: Notice) -> None:
    declines(exchange, notice.facts["offer"])
