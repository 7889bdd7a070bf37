"""Recording a payment: how much, how and when, to the cent.

Ivan: [💶 Payments]
Ivan: [💶 Record a payment]
Bot:  #1 · Anna · Ohrid 29.10: €600 left to pay. How much arrived?
Ivan: [Deposit: €200]
Bot:  How was it paid?
Ivan: [Cash]
Bot:  Which day did it arrive?
Ivan: [Today]
Bot:  #1 · Anna · Ohrid 29.10
      Amount: €200
      Method: Cash
      Day: 1 March
      Left to pay after that: €400
Ivan: [✅ Record it]
Bot:  Recorded: €200. Paid €200, left to pay €400.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Amount
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, column
from bot.flows.deals.named import deal_named
from bot.flows.payments.payment_questions import method, paid_on
from bot.links.deals import DEAL
from domain.entities.deals import Deal
from domain.entities.payments import PaymentMethod
from domain.queries import payments
from domain.usecases.payments.payments import record_payment
from domain.values.money import Money
from locales import Sentence, _, lines
from locales.terms.payments import balance_dues, deposit_dues

routes = Routes()

DEPOSIT, BALANCE = "deposit", "balance"


@dataclass(kw_only=True)
class PaymentAnswers:
    deal: int
    usual: str | None = None
    """DEPOSIT or BALANCE: all that is missing to it, today, as money came last time. One look, and it is recorded."""
    amount: Money = asked()
    method: PaymentMethod = asked()
    on: date = asked()


def _deal(exchange: Exchange, answers: PaymentAnswers) -> Deal:
    """As it is by now: that somebody else has recorded it meanwhile is said when the amount is."""
    return payments.deal_with_payments(exchange.desk, answers.deal)


@dataclass(frozen=True, kw_only=True)
class Owed(Amount):
    """An amount; what is missing to the deposit, and all that is owed, are buttons."""

    def rows(self, exchange: Exchange, answers: PaymentAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        deal = _deal(exchange, answers)
        missing = {
            deal.owed: balance_dues(deal)[0](amount=deal.owed),
            deal.deposit_owed: deposit_dues(deal)[0](amount=deal.deposit_owed),
        }
        return column(
            Button(words, "answer", (str(amount),))
            for amount, words in reversed(missing.items())
            if amount.minor > 0
        )


def _how_much(exchange: Exchange, answers: PaymentAnswers) -> Sentence:
    deal = _deal(exchange, answers)
    return _("{deal}: <b>{owed}</b> left to pay. How much arrived?")(deal=deal_named(deal), owed=deal.owed)


def _currency(exchange: Exchange, answers: PaymentAnswers) -> str:
    return _deal(exchange, answers).currency


def _can_be_paid(exchange: Exchange, amount: Money, answers: PaymentAnswers) -> None:
    _deal(exchange, answers).must_be_payable(amount)


@routes.flow
class RecordPayment(Flow[PaymentAnswers]):
    name = "payment"
    called = _("payment")
    answers_type = PaymentAnswers
    questions = (
        Owed(name="amount", asks=_how_much, label=_("Amount"), currency=_currency, check=_can_be_paid),
        method(_("How was it paid?")),
        paid_on(_("Which day did it arrive?")),
    )
    send = _("✅ Record it")

    changes_known = ("amount", "method", "on")

    def prepare(self, exchange: Exchange, answers: PaymentAnswers) -> None:
        deal = payments.payable_deal(exchange.desk, answers.deal)
        if answers.usual:
            owed = deal.deposit_owed if answers.usual == DEPOSIT else deal.owed
            answers.amount = owed or deal.owed
            answers.method, answers.on = deal.usual_method, exchange.desk.today

    def review(self, exchange: Exchange, answers: PaymentAnswers) -> Sentence:
        deal = _deal(exchange, answers)
        answered = super().review(exchange, answers)
        left = _("Left to pay after that: {owed}")(owed=deal.owed - answers.amount)
        return lines(deal_named(deal), answered, left)

    def finish(self, exchange: Exchange, answers: PaymentAnswers) -> None:
        deal = record_payment(exchange.desk, answers.deal, answers.amount, answers.method, answers.on)
        exchange.head(
            _("Recorded: {amount}. Paid {paid}, left to pay {owed}.")(
                amount=answers.amount, paid=deal.paid, owed=deal.owed
            )
        )
        exchange.show(DEAL, deal.id)
