"""The words of the history: what was written to be sent later."""

from datetime import datetime

from bot.handlers.history.declared import act, reads
from locales import _

act("client", "later_written", _("Wrote a message to be sent on {send_at}: “{text}”"))
act("client", "later_changed", _("Changed the message that is sent later: “{text}”"))
act("client", "later_moved", _("The message will be sent on {send_at}"))
act("client", "later_taken_back", _("Took back the message that was to be sent later"))
reads(datetime.fromisoformat, "send_at")
