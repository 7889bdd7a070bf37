"""How data are kept: the privacy notice, a client's own data and consents, and what the owner says of it."""

from bot.conversation.links import Action, View

PRIVACY = View[[]]("privacy")
"""The whole notice."""
TOLD_PRIVACY = View[[]]("told_privacy")
"""In short, as it is said at first contact."""
AGREE = Action[[]]("agree_privacy")
MY_DATA = View[[]]("my_data")
SEND_MY_DATA = Action[[]]("send_my_data")
COPY_FOR_CLIENT = Action[[int]]("copy_for_client")
FORGET_ME = View[[]]("forget_me")
ASK_TO_BE_FORGOTTEN = Action[[]]("ask_to_be_forgotten")
KEEP_MY_DATA = Action[[]]("keep_my_data")
FORGET_CLIENT = View[[int]]("forget_client")
FORGETS_CLIENT = Action[[int]]("forgets_client")
KEEPS_CLIENT = Action[[int]]("keeps_client")
WANT_MAILINGS = Action[[bool]]("want_mailings")

CONSENTS = View[[int]]("consents")
"""Of a client, for staff."""
NOTE_PRIVACY = Action[[int, str]]("note_privacy")
"""The client, and how they were told."""
NOTE_MAILINGS = Action[[int, str]]("note_mailings")
NOTE_NO_MAILINGS = Action[[int]]("note_no_mailings")

PRIVACY_SETTINGS = View[[]]("privacy_settings")
PRIVACY_IN = View[[str]]("privacy_in")
"""A language."""
PRIVACY_OURS = Action[[int, str]]("privacy_ours")
PRIVACY_UNLINKED = Action[[int, str]]("privacy_unlinked")
