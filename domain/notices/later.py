"""Notices about messages that were to be sent later: what stood in the way of one."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

LATER_HELD = notice_kind(
    "later_held", Audience.STAFF, "send_later_now", "open_later", right=Right.ANSWER_CLIENTS
)
