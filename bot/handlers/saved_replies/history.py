"""The words of the history: what became of a saved reply."""

from bot.handlers.history.declared import act, reads
from locales import _
from locales.terms.saved_replies import SHIPPED

act("agency", "reply_added", _("Saved reply added: {label}: “{text}”"))
act("agency", "reply_changed", _("Saved reply “{reply}” in {language}: “{text}”"))
act("agency", "reply_named", _("Saved reply “{reply}” is called: {label}"))
act("agency", "reply_retired", _("Saved reply retired: {reply}"))
act("agency", "reply_again", _("Saved reply offered again: {reply}"))
reads(lambda kept: SHIPPED[kept].called if kept in SHIPPED else kept, "reply")
