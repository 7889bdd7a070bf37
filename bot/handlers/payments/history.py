"""The words of the history: what was paid for a deal."""

from bot.handlers.history.declared import act, reads
from domain.entities.payments import PaymentMethod
from locales import _
from locales.terms.payments import METHODS

act("deal", "paid", _("Paid: {amount}, {method}, {on}"))
act("deal", "payment_taken_back", _("Payment taken back: {amount}"))
reads(lambda kept: METHODS[PaymentMethod(kept)], "method")
