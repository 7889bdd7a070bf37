"""Home: where everybody begins, the language that is spoken, and what was found."""

from collections.abc import Sequence

from bot.conversation.links import HOME, Action, View
from bot.conversation.slots import Slots
from domain.entities.deals import Deal

__all__ = ["CLIENT_HOME_SLOTS", "FOUND", "HOME", "LANGUAGE", "MENU", "MORE", "SPEAK", "STAFF_HOME_SLOTS"]

STAFF_HOME_SLOTS = Slots[None]("staff_home")
CLIENT_HOME_SLOTS = Slots[Sequence[Deal]]("client_home")
"""About the client's own deals."""
MENU = View[[]]("menu")
"""Of the staff: everything at hand."""
MORE = View[[]]("more")
LANGUAGE = View[[]]("language")
SPEAK = Action[[str]]("speak")
FOUND = View[[str, int]]("found", place=1)
"""What was written, sealed if it may be a passport's number, and the page."""
