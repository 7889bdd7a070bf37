"""Notices about what becomes of what was said: edited, taken back, not delivered."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

QUESTION_EDITED = notice_kind("question_edited", Audience.STAFF, "answer_client", right=Right.ANSWER_CLIENTS)
"""A client has changed what they wrote; several changes at once are told of once."""
ANSWER_EDITED = notice_kind("answer_edited", Audience.PERSON)
"""Says nothing new: what a colleague has sent reads otherwise, and keeps its button if it is there."""
ANSWER_EDITED.at_times.add("ask_question")
ANSWER_TAKEN_BACK = notice_kind("answer_taken_back", Audience.PERSON)
"""Says nothing: what a colleague has sent disappears."""
UNDELIVERED = notice_kind("undelivered", Audience.STAFF, "open_client", right=Right.ANSWER_CLIENTS)
DELIVERED_LATER = notice_kind("delivered_later", Audience.STAFF, "open_client")
QUESTION_MORE = notice_kind("question_more", Audience.STAFF, right=Right.ANSWER_CLIENTS)
"""One more picture of an album that a client has sent."""
ANSWER_MORE = notice_kind("answer_more", Audience.PERSON)
"""The same of an album that a colleague has sent."""
