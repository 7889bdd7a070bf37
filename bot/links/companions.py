"""Who travels with a client: the list on their file, and one of them."""

from bot.conversation.links import Action, View

COMPANIONS = View[[int, int]]("companions", place=1)
"""The client, and the page."""
COMPANION = View[[int]]("companion")
SET_RELATION = Action[[int, str]]("set_relation")
REMOVING_COMPANION = View[[int]]("removing_companion")
REMOVE_COMPANION = Action[[int]]("remove_companion")
