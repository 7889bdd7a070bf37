"""Saved replies: all of them, one with its words, and whether it is offered."""

from bot.conversation.links import Action, View

REPLIES = View[[int]]("saved_replies", place=0)
REPLY = View[[str]]("saved_reply")
RETIRE_REPLY = Action[[int, str, bool]]("retire_reply")
"""The revision that was seen, the key, and whether it is retired or offered again."""
