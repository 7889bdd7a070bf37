"""After a journey: the cards that are written, what is missing of them, and the mark that it is settled."""

from bot.conversation.links import Action, View

SETTLEMENT = View[[int]]("settlement")
"""Of this deal."""
SETTLE = Action[[int]]("settle")
NOT_SETTLED = Action[[int]]("not_settled")
TRIP_RECORD = View[[int]]("trip_record")
"""A guide's, of this trip."""
RECORDS_WANTED = View[[]]("records_wanted")
"""Trips that still want a record of the guide who looks."""
CARDS_COPY = View[[str, int]]("cards_copy", place=1)
"""Written on that day, and the page."""
SETTLING_SETTINGS = View[[]]("settling_settings")
SET_GATE = Action[[int, str]]("set_gate")
EXEMPT = Action[[int, str]]("exempt_writer")
