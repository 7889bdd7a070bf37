"""The agency's settings: its profile, how it is paid, languages, hours, timing, reasons, and the texts of notices."""

from bot.conversation.links import Action, View

AGENCY = View[[]]("agency")
AGENCY_MONEY = View[[]]("agency_money")
AGENCY_LANGUAGES = View[[]]("agency_languages")
AGENCY_SHOWN = View[[]]("agency_shown")
ACCOUNT = View[[str]]("bank_account")
REMOVE_ACCOUNT = Action[[int, str]]("remove_account")
OFFER_LANGUAGE = Action[[int, str]]("offer_language")
SHOW_LOGO = Action[[]]("show_logo")
REMOVE_LOGO = Action[[int]]("remove_logo")

AGENCY_HOURS = View[[]]("agency_hours")
TIMING = View[[]]("timing")
NO_QUIET_HOURS = Action[[int]]("no_quiet_hours")

REASONS = View[[str]]("reasons", place=0)
"""Of "deal" or "inquiry"."""
REASON = View[[str, str]]("reason")
RETIRE_REASON = Action[[int, str, str]]("retire_reason")
REASON_AGAIN = Action[[int, str, str]]("reason_again")

TEXTS = View[[str]]("texts", place=0)
"""By what they are about."""
TEXT = View[[str]]("text")
TEXT_IN = View[[str, str]]("text_in")
TEXT_SHIPPED = View[[str, str]]("text_shipped")
BACK_TO_SHIPPED = Action[[int, str, str]]("back_to_shipped")
