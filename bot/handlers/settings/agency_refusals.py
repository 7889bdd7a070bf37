"""Refusals about the agency's profile, hours, timing, reasons and texts: what cannot be so, and what would do."""

from bot.conversation.refusals import refusal_words
from locales import _

# bank accounts
refusal_words(
    "not_an_iban", _("That is not an IBAN. It begins with two letters for the country, like BG80 BNBG …")
)
refusal_words(
    "iban_digits",
    _(
        "One digit or letter is wrong: the check digits do not match. Please compare it with the bank's letter."
    ),
)
refusal_words("not_a_bic", _("That is not a BIC. A BIC has 8 or 11 letters and digits, like BNBGBGSD."))
refusal_words("not_a_bik", _("A BIK has nine digits, like 044525225."))
refusal_words("not_an_account", _("A Russian account has twenty digits. Please write it once more."))
refusal_words(
    "account_digits",
    _(
        "One digit is wrong: the account and the BIK do not match. Please compare both with the bank's letter."
    ),
)
refusal_words("not_a_correspondent", _("A correspondent account has twenty digits and begins with 30101."))
refusal_words(
    "correspondent_digits",
    _("One digit is wrong: this correspondent account does not belong to the bank with this BIK."),
)
refusal_words("account_there", _("This account is already there."))
refusal_words("too_many_accounts", _("There are {most} accounts at most. Please remove one first."))
refusal_words("picture_wanted", _("Please send a photo, or a JPEG or PNG file."))
# languages
refusal_words("no_language_left", _("At least one language is needed. Please offer another one first."))
# hours and timing
refusal_words(
    "hours_turned_round", _("It must end after it begins, on the same day. Please write a later time.")
)
refusal_words("not_a_week", _("A week has seven days."))
refusal_words(
    "quiet_too_long",
    _("Quiet hours can last {count} hours at most: the rest of the day is needed for messages."),
)
refusal_words("not_within", _("From {least} to {most}, please."))
# reasons
refusal_words("no_reason_left", _("At least one reason is needed. Please add another one first."))
refusal_words("too_many_reasons", _("At most {most} reasons can be offered. Please remove one first."))
refusal_words("reason_there", _("There is already such a reason."))
refusal_words("reason_unknown", _("There is no reason “{key}”."))
refusal_words("reason_in_use", _("A reason cannot be deleted for good: it may have been used somewhere."))
# texts
refusal_words(
    "text_too_long", _("That is {count} characters long; a text has {most} at most. Please make it shorter.")
)
refusal_words(
    "text_braces",
    _(
        "One brace has no partner. A placeholder is written with both, like {example}; no other braces can be in the text."
    ),
)
refusal_words("text_place_unknown", _("This text has no placeholder {place}. There are: {known}"))
refusal_words("text_place_missing", _("Without this nobody would know what to do. Please add: {places}"))
refusal_words(
    "text_tags",
    _("Telegram would not accept it: a tag is not closed, or is not one of {tags}."),
)
