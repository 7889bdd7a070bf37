"""Refusals about personal links: why one cannot be given, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words(
    "client_in_telegram",
    _("{name} is on Telegram already. A personal link is for clients who are not."),
)
