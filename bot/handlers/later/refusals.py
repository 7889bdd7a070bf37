"""Refusals about messages that are sent later: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_later", _("That message is not here any more."))
refusal_words("later_gone", _("That message was sent or taken back already."))
refusal_words("later_too_far", _("That is more than a year ahead. Please choose a nearer day."))
