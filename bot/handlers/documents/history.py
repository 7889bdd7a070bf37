"""The words of the history: which documents came for a deal."""

from bot.handlers.history.declared import act
from locales import _

act("deal", "document_sent", _("File sent: {name}"))
act("deal", "document_assigned", _("The file is {name}'s"))
act("deal", "document_accepted", _("Accepted: {name}"))
act("deal", "document_rejected", _("Rejected: {name}"))
