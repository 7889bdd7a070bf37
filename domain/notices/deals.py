"""Notices about deals: to the client who has booked, and to the colleague who leads."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

DEAL_ASSIGNED = notice_kind("deal_assigned", Audience.STAFF, "open_deal", "advance", right=Right.MOVE_DEALS)
DEAL_CONFIRMED = notice_kind(
    "deal_confirmed", Audience.CLIENT, "my_deal", needs="trip", places="number seats price responsible"
)
DEAL_CLOSED = notice_kind("deal_closed", Audience.CLIENT, "ask_question", needs="trip", places="number paid")
CLOSED_BY_COLLEAGUE = notice_kind("closed_by_colleague", Audience.STAFF, "open_deal", right=Right.MOVE_DEALS)
DEAL_CHANGED_STAFF = notice_kind("deal_changed_staff", Audience.STAFF, "open_deal", right=Right.MOVE_DEALS)
"""To who leads it: somebody else has changed it, or given it to a colleague."""
VOUCHER_SENT = notice_kind(
    "voucher", Audience.CLIENT, "my_deal", needs="trip", places="number day time place"
)
JOURNEY_AHEAD = notice_kind(
    "journey_ahead", Audience.CLIENT, "my_deal", "ask_question", needs="trip day", places="number owed"
)
JOURNEY_UNREACHED = notice_kind(
    "journey_unreached", Audience.STAFF, "open_deal", right=Right.MOVE_DEALS, urgent=True
)
DEAL_CHANGED = notice_kind(
    "deal_changed", Audience.CLIENT, "my_deal", "ask_question", needs="trip", places="number seats price owed"
)
