"""Refusals about settings: why something cannot be settled so, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words(
    "changed_meanwhile",
    _(
        "Somebody has changed this meanwhile; you see how it is now. If it should still be otherwise, change it again."
    ),
)
refusal_words("no_such_definition", _("That is not here any more."))
