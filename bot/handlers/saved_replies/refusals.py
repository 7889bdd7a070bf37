"""Refusals about saved replies: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("too_many_replies", _("There are {most} saved replies at most. Please retire one first."))
refusal_words("reply_of_all", _("That reply is the whole agency's. You can add one of your own."))
refusal_words(
    "reply_says_nothing", _("For {client} there is nothing to fill in there yet. Please take another one.")
)
