"""The words of the history: which documents came for a deal."""

from bot.handlers.history.declared import act
from locales import _

act("deal", "document_sent", _("Photo or PDF sent: {name}"))
act("deal", "document_assigned", _("Photo or PDF belongs to: {name}"))
act("deal", "document_accepted", _("Accepted: {name}"))
act("deal", "document_rejected", _("Rejected: {name}"))
