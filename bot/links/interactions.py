"""Interactions: one of them with all that is known of it, and what a note was of."""

from bot.conversation.links import Action, View

MESSAGE = View[[int]]("message", place=1)
CALL_IT = Action[[int, str]]("call_it")
"""A note, and its `NoteKind`."""
