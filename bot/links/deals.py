"""Deals: by stage, their card, the voucher, who leads one; and the client's own."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.deals import Deal

STAGES = View[[bool]]("stages", place=0)
"""Only those that the actor leads, or all."""
STAGES_OF = View[[str, bool]]("stages_of", place=1)
"""The same, of one pipeline."""
DEAL_LIST = View[[str, int]]("deal_list", place=0)
"""Which list of them (`DealList`), and the page."""
DEALS = View[[str, bool, int]]("deals", place=0)
"""A stage, only the actor's or all, and the page."""
DEAL = View[[int]]("deal", place=1)
DEAL_OF_LIST = View[[int, int]]("deal", place=1)
"""The same, with its place in the list that it is opened from."""
DEAL_MORE = View[[int]]("deal_more", place=1)
DEAL_MORE_PAGE = View[[int, int]]("deal_more", place=1)
"""What its card has no room for."""
DEAL_SLOTS = Slots[Deal]("deal")
"""Of their buttons those with a rank below 100 stand on the card itself, all others under ⋯."""
ADVANCE = Action[[int, str]]("advance")
"""To the next step, from the one that was seen."""
MAKE_DEAL = Action[[int]]("make_deal")
"""Of this inquiry."""
HAND_OVER = View[[int]]("hand_over", place=1)
HAND_OVER_PAGE = View[[int, int]]("hand_over", place=1)
"""The same, at a page of the colleagues."""
HAND_OVER_TO = Action[[int, int]]("hand_over")
ELSEWHERE = View[[int]]("elsewhere")
"""Other stages that a deal could go through."""
STEPS_ELSEWHERE = View[[int, str, int]]("steps_elsewhere", place=2)
GO_ELSEWHERE = Action[[int, str, str]]("go_elsewhere")
"""From the step that was seen to one of another pipeline."""

VOUCHER = View[[int]]("voucher")
SEND_VOUCHER = Action[[int, bool]]("send_voucher")
"""For the first time, or again."""
VOUCHER_HANDED_OVER = Action[[int]]("voucher_handed_over")
SHOW_VOUCHER = Action[[int]]("show_voucher")
VOUCHER_AGAIN = Action[[int]]("voucher_again")

MY_DEALS = View[[int]]("my_deals", place=0)
MY_DEAL = View[[int]]("my_deal")
MY_DEAL_SLOTS = Slots[Deal]("my_deal")
MY_TRAVELLERS = View[[int, int]]("my_travellers", place=1)
TRAVELLER_IN = View[[int, int]]("traveller_in")
