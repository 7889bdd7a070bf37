"""Notices about what clients and staff write to each other."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

QUESTION = notice_kind(
    "question",
    Audience.STAFF,
    "answer_client",
    "open_deal",
    "open_inquiry",
    "open_sent",
    right=Right.ANSWER_CLIENTS,
)
SENT_AGAIN = notice_kind("sent_again", Audience.STAFF, "answer_client", "open_sent")
"""What a client has sent, once more, for whoever wants to see it."""
TAKEN_BACK = notice_kind("taken_back", Audience.STAFF)
"""Says nothing: what was told of it disappears."""
SAME_PERSON = notice_kind("same_person", Audience.STAFF, "open_same", right=Right.SEE_DEALS)
LINK_OPENED = notice_kind("link_opened", Audience.STAFF, "open_client", "not_them", right=Right.SEE_DEALS)
LINK_OPENED_AGAIN = notice_kind("link_opened_again", Audience.STAFF, "open_client", right=Right.SEE_DEALS)
ANSWER = notice_kind("answer", Audience.CLIENT, "ask_question", needs="text", places="responsible")
