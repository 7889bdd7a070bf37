"""Travellers: the card of one, and what a deal is without them."""

from dataclasses import dataclass

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.deals import Deal
from domain.entities.travellers import Traveller

TRAVELLER_CARD = View[[int, int]]("traveller_card")
"""The deal, and the traveller."""


@dataclass(frozen=True)
class OneTraveller:
    """What the card of a traveller is about."""

    deal: Deal
    traveller: Traveller


TRAVELLER_SLOTS = Slots[OneTraveller]("traveller_card")
CANCELLING = View[[int, int]]("cancelling")
CANCEL_TRAVELLER = Action[[int, int]]("cancel_traveller")
