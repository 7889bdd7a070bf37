"""Notices about money: what is to be paid, and what has come."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

_WANTED = "trip number due how_to_pay"
DEPOSIT_WANTED = notice_kind(
    "deposit_wanted", Audience.CLIENT, "my_deal", "ask_question", needs="amount", places=_WANTED
)
BALANCE_WANTED = notice_kind(
    "balance_wanted", Audience.CLIENT, "my_deal", "ask_question", needs="amount", places=_WANTED
)
PAYMENT_RECORDED = notice_kind(
    "payment_recorded", Audience.CLIENT, "my_deal", needs="amount", places="trip number paid owed"
)
PAYMENT_TAKEN_BACK = notice_kind(
    "payment_taken_back",
    Audience.CLIENT,
    "my_deal",
    "ask_question",
    needs="amount",
    places="trip number paid owed",
)
PAID_TO_COLLEAGUE = notice_kind("paid_to_colleague", Audience.STAFF, "open_deal", right=Right.SEE_MONEY)
PAYMENT_UNDONE_STAFF = notice_kind("payment_undone_staff", Audience.STAFF, "open_deal", right=Right.SEE_MONEY)
"""A colleague gave money back, or took back what was recorded."""
PAYMENT_GIVEN_BACK = notice_kind(
    "payment_given_back",
    Audience.CLIENT,
    "my_deal",
    "ask_question",
    needs="amount",
    places="trip number paid owed",
)
