"""What is to be paid of a deal: all of it, or what is left once something was paid, without a day and with one."""

from domain.deals import Deal
from domain.money import Money
from locales.sentence import Sentence, _

Dues = tuple[Sentence, Sentence]
"""Of an `amount`: without a day, and by a `day`."""

_DEPOSIT = _("Deposit: {amount}"), _("Deposit: {amount} by {day}")
_DEPOSIT_LEFT = _("Rest of the deposit: {amount}"), _("Rest of the deposit: {amount} by {day}")
_IN_FULL = _("In full: {amount}"), _("In full: {amount} by {day}")
_LEFT = _("Left to pay: {amount}"), _("Left to pay: {amount} by {day}")


def deposit_dues(deal: Deal) -> Dues:
    return _DEPOSIT_LEFT if deal.paid else _DEPOSIT


def balance_dues(deal: Deal) -> Dues:
    return _LEFT if deal.paid else _IN_FULL


def owed_words(owed: Money) -> Sentence:
    """As it is told after a payment."""
    return _("Left to pay: {owed}")(owed=owed) if owed.minor > 0 else _("All is paid.")
