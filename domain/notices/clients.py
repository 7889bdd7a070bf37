"""Notices about what clients and staff write to each other."""

from domain.entities.notices import Audience, notice_kind

QUESTION = notice_kind("question", Audience.STAFF, "answer_client", "open_deal", "open_inquiry")
ANSWER = notice_kind("answer", Audience.CLIENT, "ask_question", needs="text", places="responsible")
