"""The words of the history: what became of a client's personal link."""

from bot.handlers.history.declared import act
from locales import _

act("client", "link_given", _("Personal link made, valid until {on}"))
act("client", "link_closed", _("Personal link closed"))
act("client", "link_opened", _("Personal link opened by {person}, who is client #{other}"))
act("client", "disconnected", _("No longer connected with {person} in Telegram"))
