"""Settings: what the owner settles about the agency, and what everybody settles for themselves."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots

SETTINGS = View[[]]("settings")
MINE = View[[]]("my_settings")
"""What everybody settles for themselves."""
NO_MORNING = Action[[int]]("no_morning")
EMPTY_MORNING = Action[[int, bool]]("empty_morning")
"""Whether the morning message comes also when nothing waits."""
MINE_SLOTS = Slots[None]("my_settings")
SETTINGS_SLOTS = Slots[None]("settings")
"""Eight buttons at most, with the way back: what is settled seldom stands behind one of them."""
