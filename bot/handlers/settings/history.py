"""The words of the history: what was settled about the agency."""

from bot.handlers.history.declared import act, page, reads
from bot.handlers.settings.kinds import KIND_NAMES
from bot.links.settings import SETTINGS
from domain.entities.definitions import THE_AGENCY
from locales import _

page("agency", _("<b>What was changed in the settings</b>"), card=SETTINGS, only=THE_AGENCY)
act("agency", "imported", _("Taken over from {file}: {count}"))
act("agency", "taken_over", _("From a file: {kind_of_definition} {name}"))
act("agency", "settled_first", _("Taken over from the installation: {settled}"))
reads(lambda kept: KIND_NAMES[kept], "kind_of_definition", "settled")
