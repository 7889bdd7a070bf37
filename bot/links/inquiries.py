"""Inquiries: those that wait, their card, who goes on with one; and the client's own."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.inquiries import Inquiry

INQUIRIES = View[[int]]("inquiries", place=0)
INQUIRY = View[[int]]("inquiry")
INQUIRY_MORE = View[[int]]("inquiry_more")
"""What the card has no room for."""
INQUIRY_SLOTS = Slots[Inquiry]("inquiry")
TAKE_INQUIRY = Action[[int, int | None]]("take_inquiry")
"""From nobody, or from the colleague whom the presser saw."""
GIVE_INQUIRY = View[[int]]("give_inquiry", place=1)
GIVE_INQUIRY_PAGE = View[[int, int]]("give_inquiry", place=1)
"""The same, at a page of the colleagues."""
GIVE_INQUIRY_TO = Action[[int, int]]("give_inquiry")

MY_INQUIRY = View[[int]]("my_inquiry")
MY_INQUIRY_SLOTS = Slots[Inquiry]("my_inquiry")
WITHDRAWING_INQUIRY = View[[int]]("withdrawing_inquiry")
WITHDRAW_INQUIRY = Action[[int]]("withdraw_inquiry")
