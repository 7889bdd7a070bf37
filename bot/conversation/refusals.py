"""The words of every refusal: why something cannot be, and what to do instead.

Those about a thing of the trade are declared beside it, in `bot/handlers/<noun>/refusals.py`; here stand the others.
"""

from collections.abc import Callable

from domain.declarations import declare
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, _, n_

Words = Callable[..., Sentence]

WORDS: dict[str, Words] = {}
"""By kind, made of the refusal's facts; complete as soon as `bot.registry` has joined the routes."""


def refusal_words(kind: str, words: Sentence) -> None:
    """Declares what is said for refusals of this kind; their facts fill the places."""
    refusal_words_by(kind)(words)


def refusal_words_by(kind: str) -> Callable[[Words], Words]:
    """The same for words that are made of the facts by a function."""

    def register(words: Words) -> Words:
        return declare(WORDS, kind, words)

    return register


def words_for(refusal: Refusal) -> Sentence:
    """The refusal as a Sentence. Whatever is not found may be said in general words.

    Raises KeyError for any other kind without words: a test walks them all.
    """
    if isinstance(refusal, NotFound) and refusal.kind not in WORDS:
        return WORDS["not_found"]()
    return WORDS[refusal.kind](**refusal.facts)


# who may what
refusal_words("forbidden", _("You are not allowed to do this."))
refusal_words("not_found", _("That is not here."))
refusal_words("out_of_date", _("These buttons are out of date."))
# what was said
refusal_words("nothing_written", _("There is no text in that message. Please write it in words."))
refusal_words(
    "too_long",
    n_(
        "That is {count} character; at most {most} fit. Please make it shorter.",
        "That is {count} characters; at most {most} fit. Please make it shorter.",
    ),
)
refusal_words("not_a_name", _("A name needs letters. Please try again."))
refusal_words("choice_wanted", _("Please choose one of the buttons."))
refusal_words("buttons_wanted", _("Please use the buttons."))
refusal_words("answer_wanted", _("This answer is needed."))
refusal_words("nothing_found", _("Nothing found for “{text}”. Try another spelling, or a part of it."))
refusal_words("not_a_count", _("Please write a whole number from 1 to {most}."))
refusal_words(
    "not_a_phone",
    _(
        "That does not look like a phone number. Please write it with its country code, like +359 88 123 4567."
    ),
)
refusal_words(
    "phone_of_many",
    _(
        "That number could belong to several countries. Please write it with its country code, like +359 88 123 4567."
    ),
)
refusal_words("phone_wanted", _("Please share your number with the button, or type it."))
refusal_words(
    "own_contact_wanted", _("That is somebody else's contact. Please share your own, or type the number.")
)
refusal_words("location_wanted", _("Please send a location: tap 📎, then Location."))
refusal_words("not_a_country", _("I do not know that country. Please write its name, or its code like BG."))
refusal_words("file_wanted", _("Please send a photo or a PDF."))
# days and times
refusal_words("not_a_day", _("I cannot read that as a date. Please write it like this: 29.10.2027."))
refusal_words("no_such_day", _("There is no such day in the calendar. Please write it like 29.10.2027."))
refusal_words("other_weekday", _("{day} is another day of the week. Which day do you mean?"))
refusal_words("not_a_time", _("I cannot read that as a time. Please write it like 06:30."))
refusal_words("in_the_past", _("That is in the past. Please choose a later time."))
refusal_words("in_the_future", _("That day is still to come. Please choose the day the money arrived."))
refusal_words("too_long_ago", _("That is more than a year ago. Please check the year."))
refusal_words(
    "no_such_time",
    _("The clocks go forward that night, so {time} does not exist. The first time after it is {after}."),
)
refusal_words(
    "unknown_zone",
    _("I do not know the time zone “{zone}”. Please name a big city there, or write it like Europe/Sofia."),
)
# money
refusal_words(
    "not_money", _("I cannot read that as an amount. Please write it like 200 or 200.50 ({currency}).")
)
refusal_words("negative_money", _("An amount cannot be below zero."))
refusal_words("zero_money", _("The amount must be above zero."))
refusal_words("absurd_money", _("That is too much: {most} at most."))
refusal_words("other_currency", _("Amounts here are in {currency}."))
refusal_words("unknown_currency", _("I do not know the currency {currency}."))
# links
refusal_words("link_closed", _("This link is no longer valid. Please ask the agency for a new one."))
refusal_words(
    "links_locked",
    _(
        "These links were not valid, so I will open no links for you until {until}. Everything else works as"
        " usual; if you need one sooner, please ask the agency."
    ),
)
