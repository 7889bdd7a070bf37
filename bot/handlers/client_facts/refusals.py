"""Refusals about what is known of a client: why it cannot be kept so, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words(
    "not_an_email", _("That does not look like an e-mail address. Please write it like anna@example.com.")
)
refusal_words(
    "not_a_username",
    _(
        "That does not look like a name on Telegram. Please write it like @anna_petrova: Latin letters, digits and _."
    ),
)
refusal_words(
    "settled_in_telegram", _("{name} is on Telegram: the name there is the one that Telegram tells.")
)
refusal_words(
    "settled_by_client", _("{name} has chosen the language in the bot. Only {name} changes it there.")
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
