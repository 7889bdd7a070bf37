"""The history of a thing."""

from bot.conversation.links import View

HISTORY = View[[str, int, int]]("history", place=2)
"""What kind of thing, its number, and the page."""
