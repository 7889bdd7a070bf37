"""Clients: their card, what was said with them, and what they send without being asked."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.clients import Client

CLIENT = View[[int]]("client")
CLIENT_MORE = View[[int, int]]("client_more", place=1)
"""What the card has no room for, and the page."""
CLIENTS = View[[str, int]]("clients", place=0)
"""Which of them ("#vip": those with this tag), and the page."""
CLIENT_TAGS = View[[int]]("client_tags", place=0)
"""The page."""
CLIENTS_OF_TRIP = View[[int, int]]("clients_of_trip", place=1)
"""The trip, and the page."""
CLIENT_SLOTS = Slots[Client]("client")
SAID = View[[int, int]]("said", place=1)
"""What earlier screens lead to: since then it is read in the timeline."""
FORWARDED = View[[str, int | None, str]]("forwarded")
"""Who wrote it as Telegram tells it, their person if it is known, and the text."""

SENT = View[[list[int]]]("sent", place=0)
"""What a client has just sent us, one after the other."""
TAKE_BACK = Action[[list[int]]]("take_back")
SEND_WORDS = Action[[str, str | None, int | None]]("send_words")
"""What did not answer a question: its words, and if it was something else, which medium, and its message."""
