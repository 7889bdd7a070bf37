"""Refusals about joining two files and taking them apart: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_merge", _("These files are not joined any more."))
refusal_words("no_such_doubt", _("That question is settled."))
refusal_words(
    "merge_with_itself",
    _("That is one and the same file: {name}. Please choose another one to join it with."),
)
refusal_words(
    "merged_already",
    _("{name} is joined already: the file is {into} now. Please open that one."),
)
refusal_words(
    "merge_beyond_reach",
    _("{name} also has deals or inquiries of another branch. Please ask head office."),
)
refusal_words("apart_already", _("These two are apart already."))
refusal_words(
    "merged_long_ago",
    _("They were joined on {day}, more than {days} days ago, and stay one file now."),
)
refusal_words(
    "merged_since",
    _("Since then {left} was joined with {kept}. Please take these two apart first."),
)
