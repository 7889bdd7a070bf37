"""The words of the history: clients from a file."""

from bot.handlers.history.declared import act, page
from bot.links.client_imports import CLIENT_IMPORT
from locales import _

page("client_import", _("<b>History of import #{number}</b>"), card=CLIENT_IMPORT)
act("client_import", "started", _("Import of {file} started: {rows}"))
act("client_import", "taken_back", _("Import of {file} taken back: {rows}"))
act("client", "imported", _("Added by import #{client_import}"))
act("client", "filled_in", _("Filled in by import #{client_import}: {fact_keys}"))
act("client", "filling_taken_back", _("Taken back with import #{client_import}: {fact_keys}"))
