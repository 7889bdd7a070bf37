"""Where what stands behind /note is written down: on a client's file, or where everybody in the agency reads it."""

from bot.conversation.links import Action, View
from domain.entities.clients import ClientNumber

NOTING = View[[str]]("noting")
"""All that was written behind the command."""
NOTE_ON = Action[[ClientNumber, str]]("note_on")
"""A client, and the words."""
TAKE_BACK_NOTE = Action[[int]]("take_back_note")
