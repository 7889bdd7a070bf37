"""Notices about offers: sent to the client, taken or declined by them."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

OFFER_SENT = notice_kind(
    "offer_sent", Audience.CLIENT, "take_offer", "ask_about_offer", "decline_offer", needs="offer"
)
OFFER_GONE = notice_kind("offer_gone", Audience.CLIENT, "ask_question", needs="offer")
"""One that was sent is to be had no more."""
OFFER_TAKEN = notice_kind("offer_taken", Audience.STAFF, "open_deal", right=Right.MOVE_DEALS)
OFFER_DECLINED = notice_kind("offer_declined", Audience.STAFF, "open_inquiry", right=Right.TAKE_INQUIRIES)
