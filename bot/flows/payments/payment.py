"""Recording a payment: how much, how and when, to the cent; and taking one back, which leaves it in the books.

Ivan: [💶 Record a payment]
Bot:  № 1 · Anna · Ohrid 29.10.2027: 600.00 EUR is owed. How much came?
Ivan: [Deposit: 200.00 EUR]
Bot:  How was it paid?
Ivan: [Cash]
Bot:  On which day did it come?
Ivan: [Today]
Bot:  № 1 · Anna · Ohrid 29.10.2027
      Amount: 200.00 EUR
      Method: Cash
      Day: 1 March 2027
      Owed after that: 400.00 EUR
Ivan: [✅ Record it]
Bot:  Recorded: 200.00 EUR. Paid 200.00 EUR, owed 400.00 EUR.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Answers
from bot.conversation.flow.engine import Flow
from bot.conversation.questions.basic import Amount, Choice, Day, Words
from bot.conversation.screen import Button, Row, column
from bot.flows.deals.lose import deal_named, deal_of
from domain.entities.deals import PaymentMethod
from domain.entities.people import Right
from domain.usecases.payments.payments import (
    must_be_past,
    must_be_payable,
    payment_of,
    record_payment,
    take_back,
)
from domain.values.money import Money
from locales import Sentence, _, lines
from locales.terms.payments import METHODS, balance_dues, deposit_dues

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class Owed(Amount):
    """An amount; what is missing to the deposit, and all that is owed, are buttons."""

    def rows(self, exchange: "Exchange", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        deal = deal_of(exchange, answers)
        missing = {
            deal.owed: balance_dues(deal)[0](amount=deal.owed),
            deal.deposit_owed: deposit_dues(deal)[0](amount=deal.deposit_owed),
        }
        return column(
            Button(words, "answer", (str(amount),))
            for amount, words in reversed(missing.items())
            if amount.minor > 0
        )


@dataclass(frozen=True, kw_only=True)
class PaidOn(Day):
    """A day that is not still to come; today and yesterday are one tap away."""

    def named(self, exchange: "Exchange", answers: Answers) -> tuple[Row, ...]:  # noqa: ARG002
        today = exchange.desk.today
        near = (
            Button(_("Today"), "answer", (today.isoformat(),)),
            Button(_("Yesterday"), "answer", ((today - timedelta(days=1)).isoformat(),)),
        )
        return (near,)


def _how_much(exchange: "Exchange", answers: Answers) -> Sentence:
    deal = deal_of(exchange, answers)
    return _("{deal}: <b>{owed}</b> is owed. How much came?")(deal=deal_named(deal), owed=deal.owed)


def _currency(exchange: "Exchange", answers: Answers) -> str:
    return deal_of(exchange, answers).currency


def _can_be_paid(exchange: "Exchange", amount: Money, answers: Answers) -> None:
    must_be_payable(deal_of(exchange, answers), amount)


def _is_past(exchange: "Exchange", day: date, _answers: Answers) -> None:
    must_be_past(exchange.desk, day)


class RecordPayment(Flow):
    """Opened with `deal`, and `origin`: the list the card was opened from."""

    name = "payment"
    questions = (
        Owed(name="amount", asks=_how_much, label=_("Amount"), currency=_currency, check=_can_be_paid),
        Choice(name="method", asks=_("How was it paid?"), label=_("Method"), options=tuple(METHODS.items())),
        PaidOn(name="on", asks=_("On which day did it come?"), label=_("Day"), check=_is_past),
    )
    send = _("✅ Record it")

    def opens(self, exchange: "Exchange", known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.RECORD_PAYMENTS)
        return known

    def review(self, exchange: "Exchange", answers: Answers) -> Sentence:
        deal = deal_of(exchange, answers)
        answered = super().review(exchange, answers)
        left = _("Owed after that: {owed}")(owed=deal.owed - answers["amount"])
        return lines(deal_named(deal), answered, left)

    def finish(self, exchange: "Exchange", answers: Answers) -> None:
        method = PaymentMethod(answers["method"])
        deal = record_payment(exchange.desk, answers["deal"], answers["amount"], method, answers["on"])
        exchange.head(
            _("Recorded: {amount}. Paid {paid}, owed {owed}.")(
                amount=answers["amount"], paid=deal.paid, owed=deal.owed
            )
        )
        exchange.show("deal", deal.id, *(answers["origin"] or ()))


def _why_back(exchange: "Exchange", answers: Answers) -> Sentence:
    payment = payment_of(deal_of(exchange, answers), answers["payment"])
    return _("{amount} of {day} will not count any more. Why?")(
        amount=payment.amount, day=payment.received_on
    )


class TakeBack(Flow):
    """A payment that was recorded by mistake, or was returned. Opened with `deal` and `payment`."""

    name = "take_back"
    questions = (Words(name="reason", asks=_why_back, label=_("Reason")),)

    def opens(self, exchange: "Exchange", known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.RECORD_PAYMENTS)
        return known

    def review(self, exchange: "Exchange", answers: Answers) -> None:  # noqa: ARG002
        return None

    def finish(self, exchange: "Exchange", answers: Answers) -> None:
        take_back(exchange.desk, answers["deal"], answers["payment"], answers["reason"])
        exchange.show("payments", answers["deal"], *(answers["origin"] or ()))
