"""Settings: what the owner settles about the agency, and what everybody settles for themselves."""

from bot.conversation.links import View
from bot.conversation.slots import Slots

SETTINGS = View[[]]("settings")
SETTINGS_SLOTS = Slots[None]("settings")
"""Eight buttons at most, with the way back: what is settled seldom stands behind one of them."""
