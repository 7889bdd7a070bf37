"""A deal's payments: every one ever recorded, those taken back struck through, and the sums."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, column
from bot.flows.payments.give_back import GiveBack
from bot.flows.payments.payment import RecordPayment
from bot.flows.payments.take_back import TakeBack
from bot.links.deals import DEAL
from bot.links.payments import PAYMENTS
from domain.entities.deals import Deal, DealNumber
from domain.entities.payments import Payment
from domain.entities.people import Right
from domain.queries.payments import deal_with_payments
from domain.values.money import Money
from locales import Sentence, _, lines
from locales.terms.payments import METHODS, sums_words

routes = Routes()

SHOWN = 30
"""So many fit into one message with a button each; the history has them all."""


@routes.draws(PAYMENTS)
def payments(exchange: Exchange, number: DealNumber) -> Screen:
    deal = deal_with_payments(exchange.desk, number)
    newest = deal.payments[-SHOWN:]
    told = lines(
        _("<b>#{number} · {title}</b>")(number=deal.id, title=deal.called),
        sums_words(deal),
        "",
        *([_line(payment) for payment in newest] or [_("No payments yet.")]),
    )
    records = _records(deal, newest) if exchange.desk.actor.may(Right.RECORD_PAYMENTS) else []
    return Screen(told, column([*records, back(DEAL, number)]))


def _records(deal: Deal, payments: list[Payment]) -> list[Button]:
    """For whoever may: one more, and each that counts taken back."""
    more = [ask(_("💶 Record a payment"), RecordPayment, deal=deal.id)] if _payable(deal) else []
    back = [ask(_("↩️ Refund"), GiveBack, deal=deal.id)] if deal.paid else []
    counting = [one for one in payments if one.cancelled_at is None]
    return [
        *more,
        *back,
        *(ask(_take_back(one.amount), TakeBack, deal=deal.id, payment=one.id) for one in counting),
    ]


def _take_back(amount: Money) -> Sentence:
    if amount.minor < 0:
        return _("✖ Not given back: {amount}")(amount=Money.zero(amount.currency) - amount)
    return _("✖ Cancel {amount}")(amount=amount)


def _payable(deal: Deal) -> bool:
    return deal.owed.minor > 0 and not deal.is_lost


def _line(payment: Payment) -> Sentence:
    words = _("{day} · <b>{amount}</b> · {method} · {staff}")
    amount = payment.amount
    if amount.minor < 0:
        words = _("{day} · ↩️ <b>{amount}</b> given back · {method} · {staff}")
        amount = Money.zero(amount.currency) - amount
    line = words(
        day=payment.received_on,
        amount=amount,
        method=METHODS[payment.method],
        staff=payment.recorded_by.name if payment.recorded_by else None,
    )
    if payment.cancelled_at is None:
        return line
    return _("<s>{line}</s> cancelled: {reason}")(line=line, reason=payment.cancel_reason)
