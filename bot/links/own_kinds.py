"""An agency's own lists: which there are, their items, one of them, what hangs on a thing; and how the owner defines them."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.own_kinds import OwnItem

OWN_LISTS = View[[]]("own_lists")
OWN_LIST = View[[str, int]]("own_list", place=1)
"""The key of the list, and the page."""
OWN_ITEM = View[[int]]("own_item")
OWN_ITEM_SLOTS = Slots[OwnItem]("own_item")
RETIRE_ITEM = Action[[int, bool]]("retire_item")
HUNG_ON = View[[str, int]]("hung_on")
"""What hangs on a client, an inquiry, a deal or a trip: the subject, and its number."""
TAKE_OFF = Action[[str, int, int]]("take_off_item")

OWN_KINDS = View[[int]]("own_kinds", place=0)
OWN_KIND_CARD = View[[str]]("own_kind")
RETIRE_KIND = Action[[str, int, bool]]("retire_kind")
"""With the revision that was seen."""
