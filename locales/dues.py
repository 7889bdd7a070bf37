"""What is to be paid of a deal, without a day and with one: all of it, or what is left once something was paid."""

from locales.sentence import _

DEPOSIT = _("Deposit: {amount}"), _("Deposit: {amount} by {day}")
DEPOSIT_LEFT = _("Rest of the deposit: {amount}"), _("Rest of the deposit: {amount} by {day}")
IN_FULL = _("In full: {amount}"), _("In full: {amount} by {day}")
LEFT = _("Left to pay: {amount}"), _("Left to pay: {amount} by {day}")
