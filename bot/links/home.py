"""Home: where everybody begins, the language that is spoken, and what was found."""

from bot.conversation.links import HOME, Action, View
from bot.conversation.slots import Slots

__all__ = ["CLIENT_HOME_SLOTS", "FOUND", "HOME", "LANGUAGE", "MENU", "MORE", "SPEAK", "STAFF_HOME_SLOTS"]

STAFF_HOME_SLOTS = Slots[None]("staff_home")
CLIENT_HOME_SLOTS = Slots[None]("client_home")
MENU = View[[]]("menu")
"""Of the staff: everything at hand."""
MORE = View[[]]("more")
LANGUAGE = View[[]]("language")
SPEAK = Action[[str]]("speak")
FOUND = View[[str, int]]("found", place=1)
"""What was written, sealed if it may be a passport's number, and the page."""
