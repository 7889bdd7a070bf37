"""Refusals about inquiries: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("cannot_take", _("{name} cannot take this inquiry. Please choose somebody else."))
refusal_words("inquiry_withdrawn", _("The client has withdrawn inquiry #{number}."))
refusal_words("inquiry_done", _("{by} has already handled inquiry #{number}."))
refusal_words("inquiry_taken", _("{by} has just taken inquiry #{number}. You can take it over from them."))
refusal_words("no_such_inquiry", _("There is no such inquiry."))
