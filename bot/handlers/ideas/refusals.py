"""Refusals about ideas and votes: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_idea", _("That idea is not here."))
refusal_words("no_such_vote", _("There is no such vote for you."))
refusal_words("three_wanted", _("Please choose three ideas for a vote."))
refusal_words("nobody_to_ask", _("Nobody there can be reached on Telegram. Please choose others to ask."))
refusal_words("say_in_group", _("That is asked in a group: please write /vote there."))
refusal_words("vote_closed", _("This vote is closed. Everybody has been told the result."))
refusal_words("feedback_given", _("You have told us already. For anything else: /idea"))
