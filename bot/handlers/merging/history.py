"""The words of the history: two files that were joined, taken apart, or told apart."""

from bot.handlers.history.declared import act
from locales import _

act("client", "merged", _("Joined with file #{other}, {name}, now part of this one"))
act("client", "merged_into", _("Joined with file #{other}, {name}, which is the one in use now"))
act("client", "apart", _("Taken apart from file #{other}, {name}"))
act("client", "differs", _("Not the same person as #{other}, {name}"))
