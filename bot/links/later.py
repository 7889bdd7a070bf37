"""Messages that are sent later: to a client, one's own, and one of them."""

from bot.conversation.links import Action, View

LATER_FOR = View[[int, int]]("later_for", place=1)
"""The client, and the page."""
MY_LATER = View[[int]]("my_later", place=0)
LATER = View[[int]]("later")
TAKE_BACK_LATER = Action[[int]]("take_back_later")
SEND_LATER_NOW = Action[[int]]("send_later_now")
