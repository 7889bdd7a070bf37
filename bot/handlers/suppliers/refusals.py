"""Refusals about suppliers: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_supplier", _("There is no such supplier."))
refusal_words(
    "supplier_there",
    _("“{name}” is there already. If it is another one, please add the place: “{name} Varna”."),
)
