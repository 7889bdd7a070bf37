"""Clients: their card, what was said with them, and what they send without being asked."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.clients import Client

CLIENT = View[[int]]("client")
CLIENT_MORE = View[[int]]("client_more")
"""What the card has no room for."""
CLIENT_SLOTS = Slots[Client]("client")
SAID = View[[int, int]]("said", place=1)
FORWARDED = View[[str, int | None, str]]("forwarded")
"""Who wrote it as Telegram tells it, their person if it is known, and the text."""

ASKED = View[[int, int | None]]("asked")
"""What a client has sent us, and the message of ours that it replies to."""
UNSENT = View[[str]]("unsent", place=0)
SEND_WORDS = Action[[str]]("send_words")
