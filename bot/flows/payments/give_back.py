"""Money goes back to a client, in part or whole: because fewer travel, or the trip is cancelled.

Ivan: [↩️ Refund]
Bot:  #1 · Anna · Ohrid 29.10: €600 paid. How much was given back?
Ivan: 300
Bot:  How did it go back?
Ivan: [Bank transfer]
Bot:  Which day?
Ivan: [Today]
Bot:  Given back: €300
Ivan: [✅ Record it]
Bot:  €300 given back · Bank transfer · Ivan
"""

from dataclasses import dataclass
from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Amount
from bot.conversation.routes import Routes
from bot.flows.deals.named import deal_named
from bot.flows.payments.payment_questions import method, paid_on
from bot.links.payments import PAYMENTS
from domain.entities.payments import PaymentMethod
from domain.queries import payments
from domain.usecases.payments.payments import return_money
from domain.values.money import Money
from locales import Sentence, _, lines

routes = Routes()


@dataclass(kw_only=True)
class GiveBackAnswers:
    deal: int
    amount: Money = asked()
    method: PaymentMethod = asked()
    on: date = asked()


def _how_much(exchange: Exchange, answers: GiveBackAnswers) -> Sentence:
    deal = payments.deal_with_payments(exchange.desk, answers.deal)
    return _("{deal}: <b>{paid}</b> paid. How much was given back?")(deal=deal_named(deal), paid=deal.paid)


def _currency(exchange: Exchange, answers: GiveBackAnswers) -> str:
    return payments.deal_with_payments(exchange.desk, answers.deal).currency


def _offered(exchange: Exchange, answers: GiveBackAnswers) -> list[Money]:
    """What was paid too much, and all of it."""
    deal = payments.deal_with_payments(exchange.desk, answers.deal)
    return [amount for amount in dict.fromkeys((deal.to_give_back, deal.paid)) if amount]


def _can_go_back(exchange: Exchange, amount: Money, answers: GiveBackAnswers) -> None:
    payments.deal_with_payments(exchange.desk, answers.deal).must_give_back(amount)


@routes.flow
class GiveBack(Flow[GiveBackAnswers]):
    name = "give_back"
    called = _("giving money back")
    answers_type = GiveBackAnswers
    questions = (
        Amount(
            name="amount",
            asks=_how_much,
            label=_("Given back"),
            currency=_currency,
            offers=_offered,
            check=_can_go_back,
        ),
        method(_("How did it go back?")),
        paid_on(_("Which day?")),
    )
    send = _("✅ Record it")

    def prepare(self, exchange: Exchange, answers: GiveBackAnswers) -> None:
        payments.deal_to_give_back(exchange.desk, answers.deal)

    def review(self, exchange: Exchange, answers: GiveBackAnswers) -> Sentence:
        deal = payments.deal_with_payments(exchange.desk, answers.deal)
        return lines(deal_named(deal), super().review(exchange, answers))

    def finish(self, exchange: Exchange, answers: GiveBackAnswers) -> None:
        return_money(exchange.desk, answers.deal, answers.amount, answers.method, answers.on)
        exchange.show(PAYMENTS, answers.deal)
