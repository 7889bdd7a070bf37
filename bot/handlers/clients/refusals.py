"""Refusals about clients and what is written to them: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words, refusal_words_by
from locales import Sentence, _
from locales.terms.phones import pretty_phone

refusal_words("no_such_client", _("There is no such client."))
refusal_words(
    "sent_long_ago", _("A minute has passed: it is with a colleague. Write to us what has changed.")
)
refusal_words("no_such_interaction", _("That message is no longer here."))
refusal_words(
    "not_from_a_person", _("“{name}” is not a person. Please forward a message that somebody wrote to you.")
)

refusal_words(
    "sent_two_days_ago",
    _("Two days have passed: Telegram lets it stay. Write to the client what has changed."),
)
refusal_words("noted_two_days_ago", _("Two days have passed: the note stays. Please add another one."))
refusal_words("nothing_to_take_back", _("There is nothing of yours to take back. Reply to your own message."))
refusal_words("sent_in_parts", _("It was so long that it went in parts: please write anew what has changed."))


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


@refusal_words_by("answered_just_now")
def answered_just_now(name: str | None) -> Sentence:
    if name is None:
        return _("A colleague has answered just now. Please look at it first.")
    return _("{name} has answered just now. Please look at it first.")(name=name)
