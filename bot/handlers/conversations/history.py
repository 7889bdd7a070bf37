"""The words of the history: who sees to what a client has written."""

from bot.handlers.history.declared import act
from locales import _

act("client", "conversation_taken", _("{name} sees to the answer"))
act("client", "conversation_given", _("The answer was handed over to {name}"))
act("client", "waits_for_client", _("The next word is the client's"))
act("client", "not_answered", _("Not answered in time; told: {names}"))
