"""Offers: those of an inquiry, one of them, which are sent; and as their client sees them."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.offers import Offer

OFFERS = View[[int, int]]("offers", place=1)
"""Of this inquiry, and the page."""
OFFER = View[[int]]("offer", place=1)
OFFER_SLOTS = Slots[Offer]("offer")
SENDING_OFFERS = View[[int, list[int]]]("sending_offers", place=1)
"""Of this inquiry, these of its offers."""
SEND_OFFERS = Action[[int, list[int]]]("send_offers")
TAKING_OFFER = View[[int]]("taking_offer")
TAKE_FOR_CLIENT = Action[[int]]("take_for_client")
WITHDRAWING_OFFER = View[[int]]("withdrawing_offer")
WITHDRAW_OFFER = Action[[int]]("withdraw_offer")
SHOW_OFFER_FILE = Action[[int]]("show_offer_file")

MY_OFFERS = View[[int]]("my_offers")
"""Of this inquiry."""
MY_OFFER = View[[int]]("my_offer")
TAKE_OFFER = Action[[int, int]]("take_offer")
"""In the version that was seen."""
DECLINE_OFFER = Action[[int]]("decline_offer")
DECLINED_OFFER = View[[int]]("declined_offer")
DECLINE_FOR = Action[[int, str]]("decline_for")
ASK_WHETHER_STILL = Action[[int]]("ask_whether_still")
