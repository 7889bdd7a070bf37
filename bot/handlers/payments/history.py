"""The words of the history: what was paid for a deal."""

from bot.handlers.history.declared import act, reads
from domain.entities.payments import PaymentMethod
from domain.values.money import Money
from locales import _
from locales.terms.payments import METHODS

act("deal", "paid", _("Paid: {amount}, {method}, {on}"))
act("deal", "given_back", _("Given back: {back}, {method}, {on}"))
act("deal", "payment_taken_back", _("Payment cancelled: {amount}"))
reads(Money.kept, "back")
reads(lambda kept: METHODS[PaymentMethod(kept)], "method")
