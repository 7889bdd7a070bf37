"""Refusals about conversations: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_conversation", _("Nothing was said with this client yet."))
refusal_words("nobody_waits", _("{name} is not waiting any more: somebody has answered."))
refusal_words(
    "conversation_taken",
    _("{by} sees to {name} already. To take it over all the same, open the conversation."),
)
refusal_words("cannot_answer", _("{name} does not write to these clients. Please choose somebody else."))
