"""Refusals about the privacy notice and clients' own data: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("not_a_link", _("Please send a full link, like https://example.com/privacy."))
refusal_words("nothing_kept", _("We keep nothing about you but your name in Telegram and your language."))
refusal_words("copy_is_theirs", _("{name} is on Telegram: they get it themselves with /mydata."))
refusal_words("copy_asked_lately", _("It was asked for less than an hour ago. Please try again after {at}."))
refusal_words("forgotten_already", _("This client was forgotten, as they wished."))
