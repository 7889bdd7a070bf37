"""Notices about ideas: one was said, what became of one's own, a vote, and how one finds the program."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

IDEA_SAID = notice_kind("idea_said", Audience.STAFF, "open_idea", "answer_idea", right=Right.JUDGE_IDEAS)
IDEA_ANSWERED = notice_kind("idea_answered", Audience.PERSON)
IDEA_MARKED = notice_kind("idea_marked", Audience.PERSON)
VOTE_OPENED = notice_kind("vote_opened", Audience.PERSON, "vote_first", "vote_second", "vote_third")
VOTE_POLL = notice_kind("vote_poll", Audience.PERSON, wakes=True)
"""The poll itself, in the group into which this person brought the vote."""
VOTE_POLL_STOPPED = notice_kind("vote_poll_stopped", Audience.PERSON, wakes=True)
"""The end of a poll in a group: nothing is said."""
POLL_NOT_ASKED = notice_kind("poll_not_asked", Audience.STAFF)
VOTE_CLOSED = notice_kind("vote_closed", Audience.PERSON)
FEEDBACK_WANTED = notice_kind("feedback_wanted", Audience.PERSON, "give_feedback")
