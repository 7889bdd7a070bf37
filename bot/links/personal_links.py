"""The personal link of a client without Telegram."""

from bot.conversation.links import Action, View

PERSONAL_LINK = View[[int]]("personal_link")
HAVE_LINK = Action[[int]]("have_personal_link")
"""Shows how it is with the link that is out, or makes the first."""
GIVE_LINK = Action[[int]]("give_personal_link")
CLOSE_LINK = Action[[int]]("close_personal_link")
NOT_THEM = View[[int]]("not_them")
DISCONNECT = Action[[int]]("disconnect")
