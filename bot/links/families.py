"""Families: of one client, two files that may be of one, and the list of those."""

from bot.conversation.links import Action, View

FAMILY = View[[int]]("family")
MAYBE_FAMILY = View[[int, int]]("maybe_family")
"""Two files."""
FAMILY_PROPOSALS = View[[int]]("family_proposals", place=0)
JOIN_FAMILY = Action[[int, int]]("join_family")
NO_FAMILY = Action[[int, int]]("no_family")
LEAVE_FAMILY = Action[[int]]("leave_family")
