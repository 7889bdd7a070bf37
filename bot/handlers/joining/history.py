"""The words of the history: who waited in line for a trip, and what became of its link."""

from bot.handlers.history.declared import act
from locales import _

act("client", "waits", _("On the waiting list for {trip}: {seats}"))
act("client", "seat_offered", _("Offered {seats} on {trip}"))
act("client", "promise_taken_back", _("No longer offered {seats} on {trip}"))
act("client", "left_line", _("Left the waiting list for {trip}"))
act("trip", "link_revoked", _("Join link closed"))
act("trip", "link_renewed", _("New join link"))
