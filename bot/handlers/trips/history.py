"""The words of the history: what was done to a trip."""

from datetime import date

from bot.handlers.history.declared import act, page, reads
from bot.links.trips import TRIP
from domain.values.language import Language
from locales import _
from locales.terms.languages import LANGUAGES

page("trip", _("<b>History of trip #{number}</b>"), card=TRIP)
act("trip", "planned", _("Created: {title}, {seats}, {price} per seat"))
act("trip", "rescheduled", _("Departs {becomes}; before: {was}"))
act("trip", "cancelled", _("Cancelled: {reason}"))
act("trip", "moved", _("Departs from {becomes}; before: {was}"))
act("trip", "resized", _("{becomes} seats; before: {was}"))
act("trip", "repriced", _("Price {price}, deposit {deposit}; before: {price_was} and {deposit_was}"))
act("trip", "renamed", _("Name: {name}; before: {name_was}"))
act("trip", "bring_changed", _("To bring: {bring}"))
act("trip", "documents_due_changed", _("Documents due by {on}; before: {on_was}"))
act("trip", "deposit_due_changed", _("Deposit due by {on}; before: {on_was}"))
act("trip", "balance_due_changed", _("Balance due by {on}; before: {on_was}"))
reads(date.fromisoformat, "on_was")
act("trip", "translated", _("Translated: {language}"))
reads(lambda kept: LANGUAGES[Language(kept)], "language")
act("trip", "announced", _("Everybody was told: {departs}, {place}"))
act("trip", "guide_assigned", _("Guide: {name}"))
act("trip", "guide_relieved", _("No longer a guide: {name}"))
act("trip", "participants_sent", _("The participant list was exported"))
act("trip", "border_sent", _("The border list was exported"))
