"""Refusals about observations: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_observation", _("That observation is not here any more."))
refusal_words(
    "observation_file_gone", _("That photo could not be had. Please ask who noted it to send it again.")
)
