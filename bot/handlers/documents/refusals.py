"""Refusals about files and documents: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("file_too_big", _("That file is too big: at most {most} MB. A photo is enough."))
refusal_words("file_type_not_taken", _("“{name}” is not a photo or a PDF. Please send it as one."))
refusal_words(
    "too_many_papers",
    _(
        "{most} of your documents are already waiting to be checked. Please send more once we have checked them."
    ),
)
refusal_words("document_checked", _("{by} has already checked this document."))
refusal_words("document_of_nobody", _("Please say whose passport this is first."))
refusal_words("same_file_rejected", _("This file was already rejected. Please send another one."))
