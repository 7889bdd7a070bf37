"""The words of the history: who had clients as a file."""

from bot.handlers.history.declared import act, page, reads
from bot.links.client_exports import CLIENT_EXPORTS
from domain.entities.client_exports import ALL_EXPORTS
from locales import _
from locales.terms.client_exports import filter_words

page("client_export", _("<b>Who had clients as a file</b>"), card=CLIENT_EXPORTS, only=ALL_EXPORTS)
act("client_export", "given", _("{kind_of_file}, {wanted}: {count}"))
reads(filter_words, "wanted")
