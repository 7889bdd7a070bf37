"""The words of the history: what was settled about the agency."""

from bot.handlers.history.declared import act, page
from bot.links.settings import SETTINGS
from domain.entities.definitions import THE_AGENCY
from locales import _

page("agency", _("<b>What was changed in the settings</b>"), card=SETTINGS, only=THE_AGENCY)
act("agency", "settled_first", _("Taken over from the installation: {settled}"))
