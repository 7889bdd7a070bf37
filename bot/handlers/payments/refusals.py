"""Refusals about payments: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("more_than_owed", _("Only {owed} is left to pay; more cannot be recorded."))
refusal_words("more_than_paid", _("Only {paid} has been paid; more cannot be given back."))
refusal_words("taken_back_already", _("This payment has already been cancelled."))
