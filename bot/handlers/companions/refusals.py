"""Refusals about companions: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_companion", _("That person is no longer on the client's file."))
refusal_words("companion_there", _("{name} is already on the client's file. Please change them there."))
