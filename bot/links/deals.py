"""Deals: their card."""

from bot.conversation.links import View
from bot.conversation.slots import Slots
from domain.entities.deals import Deal

DEAL = View[[int]]("deal", place=1)
DEAL_SLOTS = Slots[Deal]("deal")
