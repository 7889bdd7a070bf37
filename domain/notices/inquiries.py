"""Notices about inquiries: that one is there, or in other hands, or over."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

INQUIRY_ARRIVED = notice_kind(
    "inquiry_arrived", Audience.STAFF, "open_inquiry", "make_deal", right=Right.TAKE_INQUIRIES
)
INQUIRY_HANDED_OVER = notice_kind(
    "inquiry_handed_over", Audience.STAFF, "open_inquiry", "make_deal", right=Right.TAKE_INQUIRIES
)
INQUIRY_WITHDRAWN = notice_kind(
    "inquiry_withdrawn", Audience.STAFF, "open_inquiry", right=Right.TAKE_INQUIRIES
)
INQUIRY_DONE = notice_kind("inquiry_done", Audience.STAFF, "open_inquiry", right=Right.TAKE_INQUIRIES)
INQUIRY_CONFIRMED = notice_kind(
    "inquiry_confirmed", Audience.CLIENT, "ask_question", needs="wish", places="number"
)
"""To whoever has asked elsewhere and is on Telegram, too."""
INQUIRY_CLOSED = notice_kind("inquiry_closed", Audience.CLIENT, "ask_question", needs="wish", places="number")
