"""The words of the history: who travels with a client."""

from bot.handlers.history.declared import act
from locales import _

act("client", "companion_known", _("Travels along: {name}, deal #{deal}"))
act("client", "passport_renewed", _("Newer passport of {name}, deal #{deal}"))
act("client", "companion_added", _("Companion added: {name} ({relation})"))
act("client", "companion_changed", _("{name}'s details changed"))
act("client", "companion_is", _("{name}: {relation}"))
act("client", "companion_removed", _("Companion removed: {name}"))
