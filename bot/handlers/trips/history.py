"""The words of the history: what was done to a trip."""

from bot.handlers.history.declared import act, page
from bot.links.trips import TRIP
from locales import _

page("trip", _("<b>History of trip № {number}</b>"), card=TRIP)
act("trip", "planned", _("Planned: {title}, {seats}, {price} a seat"))
act("trip", "rescheduled", _("Departs {becomes}; before: {was}"))
act("trip", "moved", _("Departs from {becomes}; before: {was}"))
act("trip", "resized", _("{becomes} seats; before: {was}"))
act("trip", "link_revoked", _("Join link closed"))
act("trip", "link_renewed", _("New join link"))
act("trip", "announced", _("Everybody was told: {departs}, {place}"))
