"""Settings: what the owner settles about the agency, and what everybody settles for themselves."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots

SETTINGS = View[[]]("settings")
SETTINGS_MORE = View[[]]("settings_more")
"""What is settled seldom."""
MINE = View[[]]("my_settings")
"""What everybody settles for themselves."""
NO_MORNING = Action[[int]]("no_morning")
EMPTY_MORNING = Action[[int, bool]]("empty_morning")
"""Whether the morning message comes also when nothing waits."""
MINE_SLOTS = Slots[None]("my_settings")
SETTINGS_SLOTS = Slots[None]("settings")
"""Of more than eight buttons the last ones stand behind one of them."""
