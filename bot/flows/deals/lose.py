"""Closing a deal that will not travel: the reason is asked, the client is told, the seats are free again.

Boris: [⋯ More]
Boris: [✖ Close the deal]
Bot:   Why is #1 · Anna · Ohrid 29.10 being closed? Choose, or type it.
Boris: [Too expensive]
Bot:   #1 · Anna · Ohrid 29.10
       Reason: Too expensive
       The client will be told that the booking is closed.
Boris: [✖ Close the deal]
Bot:   #1 · Ohrid 29.10
       Stage: Lost
       Why: Too expensive
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.suggestions import UsualWords
from bot.conversation.routes import Routes
from bot.flows.deals.named import deal_named
from bot.links.deals import DEAL
from domain.ports.desk import Desk
from domain.queries import deals
from domain.usecases.deals.stages import lose
from locales import Sentence, _, lines
from locales.terms.reasons import SHIPPED, offered_reasons, reason_words

routes = Routes()


@dataclass(kw_only=True)
class LoseAnswers:
    deal: int
    reason: str = asked()


def _why(exchange: Exchange, answers: LoseAnswers) -> Sentence:
    named = deal_named(deals.deal(exchange.desk, answers.deal))
    return _("Why is {deal} being closed? Choose, or type it.")(deal=named)


@routes.flow
class LoseDeal(Flow[LoseAnswers]):
    name = "lose"
    called = _("closing a deal")
    answers_type = LoseAnswers
    questions = (UsualWords(name="reason", asks=_why, label=_("Reason"), usual=SHIPPED),)
    send = _("✖ Close the deal")

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        offered = offered_reasons(desk.agency.definitions, "deal")
        return (UsualWords(name="reason", asks=_why, label=_("Reason"), usual=offered),)

    def prepare(self, exchange: Exchange, answers: LoseAnswers) -> None:
        deals.deal_to_lose(exchange.desk, answers.deal)

    def review(self, exchange: Exchange, answers: LoseAnswers) -> Sentence:
        deal = deals.deal(exchange.desk, answers.deal)
        told = _("The client will be told that the booking is closed.") if deal.client.reachable else None
        paid = (
            _("⚠️ {paid} has been paid: please decide what happens to it.")(paid=deal.paid)
            if deal.paid
            else None
        )
        reason = LINE(label=_("Reason"), value=reason_words(answers.reason, exchange.desk.agency.definitions))
        return lines(deal_named(deal), reason, told, paid)

    def finish(self, exchange: Exchange, answers: LoseAnswers) -> None:
        deal = lose(exchange.desk, answers.deal, answers.reason)
        exchange.show(DEAL, deal.id)
