"""Notices about conversations with clients: who was given one, and which wait for too long."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

CONVERSATION_GIVEN = notice_kind(
    "conversation_given", Audience.STAFF, "answer_waiting", "open_conversation", right=Right.ANSWER_CLIENTS
)
"""To whoever has it now, and to whoever had it."""
ANSWER_LATE = notice_kind(
    "answer_late",
    Audience.STAFF,
    "answer_waiting",
    "needs_none",
    "open_conversation",
    right=Right.ANSWER_CLIENTS,
    urgent=True,
)
ANSWER_LATE.at_times |= {"take_conversation", "open_inbox"}
