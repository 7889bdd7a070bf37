"""The timeline of a client: a page of it, of one kind or all, and one entry in full."""

from bot.conversation.links import View

TIMELINE = View[[int, str, int]]("timeline", place=1)
"""The client, the key of a kind or "", and where: see `domain.queries.timeline`."""
TIMELINE_ENTRY = View[[int, int]]("timeline_entry")
"""The client, and the number of the entry."""
