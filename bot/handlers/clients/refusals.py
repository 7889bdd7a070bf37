"""Refusals about clients and what is written to them: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words, refusal_words_by
from locales import Sentence, _
from locales.terms.phones import pretty_phone

refusal_words("no_such_client", _("There is no such client."))
refusal_words(
    "sent_long_ago", _("A minute has passed: it is with a colleague. Write to us what has changed.")
)
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
refusal_words(
    "not_an_email", _("That does not look like an e-mail address. Please write it like anna@example.com.")
)
refusal_words("not_latin", _("Please write the name in Latin letters, as in the passport: IVANOVA ANNA."))
refusal_words("not_stars", _("A hotel has 1 to {most} stars. Please choose one of the buttons."))
refusal_words(
    "recommended_by_themselves",
    _("{name} cannot be recommended by themselves. Please choose somebody else."),
)
refusal_words("cannot_look_after", _("{name} does not work with your clients. Please choose somebody else."))
refusal_words(
    "tag_too_long", _("“{tag}” is too long for a tag: at most {most} characters. Please shorten it.")
)
refusal_words("too_many_tags", _("A client has {most} tags at most. Please take one away first."))
refusal_words(
    "client_in_telegram",
    _("{name} is on Telegram already. A personal link is for clients who are not."),
)
refusal_words("no_such_interaction", _("That message is no longer here."))
refusal_words(
    "not_from_a_person", _("“{name}” is not a person. Please forward a message that somebody wrote to you.")
)


@refusal_words_by("client_unreachable")
def client_unreachable(name: str, phone: str | None) -> Sentence:
    return _("{name} cannot be reached on Telegram. Please call: {phone}.")(
        name=name, phone=pretty_phone(phone)
    )


@refusal_words_by("answered_already")
def answered_already(name: str | None) -> Sentence:
    if name is None:
        return _("A colleague has seen to it already.")
    return _("{name} has answered already.")(name=name)
