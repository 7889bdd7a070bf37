"""The staff: who works here, branches, invitations, and what a colleague leaves behind."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.branches import Branch
from domain.entities.people import StaffMember

STAFF = View[[]]("staff")
BRANCH = View[[int | None, int]]("branch", place=1)
"""Head office for None; and the page."""
BRANCH_SLOTS = Slots[Branch]("branch")

INVITING_AS = View[[]]("inviting_as")
INVITE = Action[[str]]("invite")
INVITING = View[[str]]("inviting")
INVITE_TO = Action[[str, int | None]]("invite_to")
INVITATIONS = View[[]]("invitations")
WITHDRAW = Action[[int]]("withdraw")

COLLEAGUE = View[[int]]("colleague")
COLLEAGUE_SLOTS = Slots[StaffMember]("colleague")
COLLEAGUE_BRANCH = View[[int]]("colleague_branch")
TRANSFER = Action[[int, int | None]]("transfer")
COLLEAGUE_ROLE = View[[int]]("colleague_role")
CHANGE_ROLE = Action[[int, str]]("change_role")
LEAVING = View[[int]]("leaving")
DISMISS = Action[[int]]("dismiss")

SUCCESSION = View[[int]]("succession")
SUCCEED = Action[[int, int]]("succeed")
SUCCESSION_OF = View[[int, str]]("succession_of")
"""One kind of what is left behind."""
SUCCEED_OF = Action[[int, int, str]]("succeed_of")
UNLED = View[[int]]("unled", place=0)

HOLIDAYS_OF = View[[int]]("holidays")
"""Of a colleague, by number."""
HOLIDAY = View[[int, str]]("holiday")
"""The one that begins on that day."""
TAKE_BACK_HOLIDAY = Action[[int, int, str]]("take_back_holiday")

COLLEAGUE_SUPERVISOR = View[[int, int]]("colleague_supervisor", place=1)
SET_SUPERVISOR = Action[[int, int | None]]("set_supervisor")

TEAM = View[[int]]("team", place=0)
TEAM_MEMBER = View[[int]]("team_member")
TEAM_MEMBER_SLOTS = Slots[StaffMember]("team_member")
IN_HAND = View[[int, int]]("in_hand", place=1)
"""Deals and inquiries of a colleague, each to be handed over; and the page."""
