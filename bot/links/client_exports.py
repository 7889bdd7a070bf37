"""Clients given away as a file: whose, and in which form."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots

CLIENT_EXPORTS = View[[]]("client_exports")
CLIENT_EXPORTS_SLOTS = Slots[None]("client_exports")
EXPORT_CLIENTS = View[[str]]("export_clients", place=0)
"""The filter."""
CLIENTS_FILE_OUT = Action[[str, str]]("clients_file")
"""The filter, the form."""
