"""A deal's payments: every one ever recorded, those taken back struck through, and the sums."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, column, go
from bot.flows.deals.price import AgreePrice
from bot.flows.payments.payment import RecordPayment, TakeBack
from domain.entities.deals import Deal, Payment
from domain.entities.people import Right
from locales import Sentence, _, lines
from locales.terms.payments import METHODS

routes = Routes()
routes.flow(RecordPayment)
routes.flow(TakeBack)
routes.flow(AgreePrice)

SHOWN = 30
"""So many fit into one message with a button each; the history has them all."""


@routes.view("payments")
def payments(exchange: Exchange, number: int, *origin: str | int) -> Screen:
    desk = exchange.desk
    desk.must(Right.SEE_MONEY)
    deal = desk.repositories.deals.get(number)
    newest = deal.payments[-SHOWN:]
    told = lines(
        _("<b>№ {number} · {title}</b>")(number=deal.id, title=deal.title),
        _("Price {price} · paid {paid} · owed <b>{owed}</b>")(
            price=deal.price, paid=deal.paid, owed=deal.owed
        ),
        "",
        *([_line(payment) for payment in newest] or [_("Nothing was paid yet.")]),
    )
    records = desk.actor.may(Right.RECORD_PAYMENTS)
    back = [
        ask(
            _("↩ Take back {amount}")(amount=one.amount),
            "take_back",
            deal=number,
            payment=one.id,
            origin=[*origin],
        )
        for one in newest
        if records and one.cancelled_at is None
    ]
    more = (
        ask(_("💶 Record a payment"), "payment", deal=number, origin=[*origin])
        if records and _payable(deal)
        else None
    )
    return Screen(told, column([more, *back, go(_("◀ Back"), "deal", number, *origin)]))


def _payable(deal: Deal) -> bool:
    return deal.owed.minor > 0 and not deal.is_lost


def _line(payment: Payment) -> Sentence:
    line = _("{day} · <b>{amount}</b> · {method} · {staff}")(
        day=payment.received_on,
        amount=payment.amount,
        method=METHODS[payment.method],
        staff=payment.recorded_by.name if payment.recorded_by else None,
    )
    if payment.cancelled_at is None:
        return line
    return _("<s>{line}</s> taken back: {reason}")(line=line, reason=payment.cancel_reason)
