"""Refusals about the agency's profile, hours, timing, reasons and texts: what cannot be so, and what would do."""

from bot.conversation.refusals import refusal_words
from locales import _

# bank accounts
refusal_words(
    "not_an_iban", _("That is no IBAN. It begins with two letters of the country, like BG80 BNBG …")
)
refusal_words(
    "iban_digits",
    _(
        "One of the digits or letters is wrong: the check digits do not fit. Please compare it with the bank's paper."
    ),
)
refusal_words("not_a_bic", _("That is no BIC. It has 8 or 11 letters and digits, like BNBGBGSD."))
refusal_words("not_a_bik", _("A BIK has nine digits, like 044525225."))
refusal_words("not_an_account", _("A Russian account has twenty digits. Please write it once more."))
refusal_words(
    "account_digits",
    _(
        "One of the digits is wrong: account and BIK do not fit each other. Please compare both with the bank's paper."
    ),
)
refusal_words("not_a_correspondent", _("A correspondent account has twenty digits and begins with 30101."))
refusal_words(
    "correspondent_digits",
    _("One of the digits is wrong: this correspondent account is not that of the bank with this BIK."),
)
refusal_words("account_there", _("This account is there already."))
refusal_words("too_many_accounts", _("There are {most} accounts at most. Please remove one first."))
refusal_words("picture_wanted", _("Please send a photo, or a JPEG or PNG file."))
# languages
refusal_words("no_language_left", _("One language is needed at least. Please offer another one first."))
# hours and timing
refusal_words(
    "hours_turned_round", _("That must end after it begins, on the same day. Please write a later time.")
)
refusal_words("not_a_week", _("A week has seven days."))
refusal_words(
    "quiet_too_long",
    _("Quiet hours last {count} hours at most: the rest of the day is needed to tell people anything."),
)
refusal_words("not_within", _("From {least} to {most}, please."))
# reasons
refusal_words("no_reason_left", _("One reason is needed at least. Please add another one first."))
refusal_words("too_many_reasons", _("{most} reasons are offered at most. Please take one away first."))
refusal_words("reason_there", _("There is such a reason already."))
refusal_words("reason_unknown", _("There is no reason “{key}”."))
refusal_words("reason_in_use", _("A reason is never taken away for good: it may have been given somewhere."))
# texts
refusal_words(
    "text_too_long", _("That is {count} characters long; a text has {most} at most. Please make it shorter.")
)
refusal_words(
    "text_braces",
    _(
        "A brace stands alone. A place is written with both, like {example}; other braces cannot be in a text."
    ),
)
refusal_words("text_place_unknown", _("There is no place {place} in this text. There are: {known}"))
refusal_words("text_place_missing", _("Without this nobody would know what to do. Please say also: {places}"))
refusal_words(
    "text_tags",
    _("Telegram would not take it: a tag is not closed, or is none of {tags}."),
)
