"""The staff's group with a topic for each client: where it is tied, looked at and untied."""

from bot.conversation.links import Action, View

STAFF_GROUPS = View[[int]]("staff_groups", place=0)
"""All the actor may tie, by the page."""
STAFF_GROUP = View[[int]]("staff_group")
"""Of a branch; 0: of the whole agency."""
ASK_FOR_GROUP = Action[[int]]("ask_for_group")
LOOK_AGAIN = Action[[int]]("look_at_group_again")
UNTIE = View[[int]]("untie_staff_group")
UNTIE_NOW = Action[[int]]("untie_staff_group_now")
