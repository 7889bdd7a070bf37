"""The words of the history: what became of an observation."""

from bot.handlers.history.declared import act, page
from bot.links.observations import OBSERVATION
from locales import _

page("observation", _("<b>History of observation #{number}</b>"), card=OBSERVATION)
act("observation", "noted", _("Noted under {place}"))
act("observation", "corrected", _("Corrected: “{text}”; before: “{text_was}”"))
act("observation", "photo_added", _("Added a photo: {file}"))
act("observation", "photo_refused", _("The photo could not be had"))
act("observation", "withdrawn", _("Withdrew the observation"))
