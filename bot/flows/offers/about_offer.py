"""A client asks about an offer: it goes to whoever sees to the inquiry, with the offer named.

Anna: [💬 Ask]
Bot:  What would you like to know about Hotel Bellevue?
Anna: Is there a pool?
Bot:  ✉️ Sent. Kalina will answer you here.
"""

from dataclasses import dataclass

from bot.conversation.contents import sent_in
from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.question import MOST
from bot.links.clients import SENT
from domain.queries.offers import offer_of_mine
from domain.usecases.offers.answering import ask_about_offer
from locales import Sentence, _

routes = Routes()

_ROOM_FOR_TITLE = 200


@dataclass(kw_only=True)
class AboutOfferAnswers:
    offer: int
    text: str = asked()


def _asks(exchange: Exchange, answers: AboutOfferAnswers) -> Sentence:
    title = offer_of_mine(exchange.desk, answers.offer).offer.title
    return _("What would you like to know about {title}?")(title=title)


@routes.flow
class AboutOffer(AskOnce[AboutOfferAnswers]):
    name = "about_offer"
    called = _("message to us")
    answers_type = AboutOfferAnswers
    questions = (Words(name="text", asks=_asks, label=_("Message"), most=MOST - _ROOM_FOR_TITLE),)

    def prepare(self, exchange: Exchange, answers: AboutOfferAnswers) -> None:
        offer_of_mine(exchange.desk, answers.offer)

    def finish(self, exchange: Exchange, answers: AboutOfferAnswers) -> None:
        question = ask_about_offer(exchange.desk, answers.offer, answers.text, sent_in(exchange.event))
        exchange.show(SENT, [question.id])
