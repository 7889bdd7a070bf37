"""Travellers: the card of one, and what a deal is without them."""

from bot.conversation.links import Action, View

TRAVELLER_CARD = View[[int, int]]("traveller_card")
"""The deal, and the traveller."""
CANCELLING = View[[int, int]]("cancelling")
CANCEL_TRAVELLER = Action[[int, int]]("cancel_traveller")
