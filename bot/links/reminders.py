"""Reminders: when clients get them and colleagues call, to whom none go, and journeys that are over."""

from bot.conversation.links import Action, View

REMINDING = View[[]]("reminding")
MUTE_REMINDERS = Action[[int, bool]]("mute_reminders")
CONCLUDE = Action[[int]]("conclude")
