"""The words of the history: families of clients."""

from bot.handlers.history.declared import act
from locales import _

act("client", "family_joined", _("One family with #{other}, {name}"))
act("client", "no_family", _("Not a family with #{other}, {name}"))
act("client", "family_left", _("Left the family"))
act("client", "family_left_by", _("#{other}, {name}, left the family"))
