"""Notices about travellers: that they are to be entered, and that they are."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

TRAVELLERS_WANTED = notice_kind(
    "travellers_wanted", Audience.CLIENT, "enter_travellers", needs="trip", places="number missing due"
)
TRAVELLERS_ENTERED = notice_kind(
    "travellers_entered", Audience.STAFF, "open_deal", "advance", right=Right.MOVE_DEALS
)
