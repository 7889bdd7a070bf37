"""Refusals about families: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("in_no_family", _("{name} is in no family."))
refusal_words("no_such_family", _("That family is no longer here."))
refusal_words("no_such_proposal", _("That proposal is no longer here."))
