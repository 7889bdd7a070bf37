"""The words of the history: what became of ideas and votes."""

from bot.handlers.history.declared import act, page, reads
from bot.links.ideas import IDEA, VOTE
from domain.entities.ideas import IdeaState
from locales import _
from locales.terms.ideas import IDEA_STATES

page("idea", _("<b>History of idea #{number}</b>"), card=IDEA)
act("idea", "said", _("Suggested"))
act("idea", "answered", _("Answered: “{text}”"))
act("idea", "marked", _("Marked: {state}; before: {state_was}"))
act("idea", "put_to_vote", _("Put to vote #{vote}"))
page("vote", _("<b>History of vote #{number}</b>"), card=VOTE)
act("vote", "opened", _("Opened; asked: {asked}"))
act("vote", "asked_in_group", _("Asked in a group as a poll"))
act("vote", "closed", _("Closed; voted: {voted} of {asked}"))
act("staff", "feedback_given", _("Gave feedback on the program"))
reads(lambda kept: IDEA_STATES[IdeaState(kept)], "state", "state_was")
