"""Refusals about clients as a file."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words(
    "period_wanted",
    _("Please write a year, a month or days, like “2025”, “July 2026” or “01.05.2026 – 31.08.2026”."),
)
refusal_words("nobody_to_give", _("There are no such clients. Please choose others."))
refusal_words(
    "too_many_to_give",
    _("More than {most} clients: please narrow them down, or use the server: python -m tourdesk export."),
)
