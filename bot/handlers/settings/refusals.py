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
refusal_words("label_empty", _("A name needs at least one letter or digit."))
refusal_words(
    "label_too_long", _("That is {count} characters; a button shows {most}. Please say it shorter.")
)
