"""Taking a payment back that was recorded by mistake, or was returned: it leaves a trace, and the reason stays.

Ivan: [✖ Cancel €200]
Bot:  The payment of €200 on 1 March will no longer count. Why?
Ivan: Typed the wrong sum
Bot:  €200 · Cash · Ivan cancelled: Typed the wrong sum
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.payments import PAYMENTS
from domain.queries import payments
from domain.usecases.payments.payments import take_back
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class TakeBackAnswers:
    deal: int
    payment: int
    reason: str = asked()


def _why(exchange: Exchange, answers: TakeBackAnswers) -> Sentence:
    payment = payments.payment_to_take_back(exchange.desk, answers.deal, answers.payment)
    return _("The payment of {amount} on {day} will no longer count. Why?")(
        amount=payment.amount, day=payment.received_on
    )


@routes.flow
class TakeBack(AskOnce[TakeBackAnswers]):
    name = "take_back"
    called = _("cancelling a payment")
    answers_type = TakeBackAnswers
    questions = (Words(name="reason", asks=_why, label=_("Reason")),)

    def prepare(self, exchange: Exchange, answers: TakeBackAnswers) -> None:
        payments.payment_to_take_back(exchange.desk, answers.deal, answers.payment)

    def finish(self, exchange: Exchange, answers: TakeBackAnswers) -> None:
        take_back(exchange.desk, answers.deal, answers.payment, answers.reason)
        exchange.show(PAYMENTS, answers.deal)
