"""The words of the history: what was done to a trip."""

from bot.handlers.history.declared import act, page, reads
from bot.links.trips import TRIP
from domain.values.language import Language
from locales import _
from locales.terms.languages import LANGUAGES

page("trip", _("<b>History of trip № {number}</b>"), card=TRIP)
act("trip", "planned", _("Planned: {title}, {seats}, {price} a seat"))
act("trip", "rescheduled", _("Departs {becomes}; before: {was}"))
act("trip", "moved", _("Departs from {becomes}; before: {was}"))
act("trip", "resized", _("{becomes} seats; before: {was}"))
act("trip", "translated", _("Given in {language}"))
reads(lambda kept: LANGUAGES[Language(kept)], "language")
act("trip", "link_revoked", _("Join link closed"))
act("trip", "link_renewed", _("New join link"))
act("trip", "announced", _("Everybody was told: {departs}, {place}"))
