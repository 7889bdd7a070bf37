"""What is known of a client, in words: the names of the facts, and of the choices they have."""

from domain.entities.client_facts import Board, ReachedBy, SeaLine
from locales.sentence import Sentence, _, verbatim

FACTS = {
    "name": _("Name"),
    "phone": _("Phone"),
    "latin_name": _("Name in Latin letters"),
    "born_on": _("Birthday"),
    "email": _("E-mail"),
    "address": _("Address"),
    "prefers": _("Reached best by"),
    "stars": _("Stars"),
    "nights": _("Nights"),
    "board": _("Board"),
    "sea_line": _("By the sea"),
    "habit": _("Habit"),
    "needs": _("Diet and health"),
    "source": _("Source"),
    "referred_by": _("Recommended by"),
    "tags": _("Tags"),
    "responsible": _("Responsible"),
    "branch": _("Branch"),
    "ask_next": _("Ask next time"),
}
"""Also who looks after the client, which is none of the facts."""

REACHED_BY = {
    ReachedBy.TELEGRAM: _("Telegram"),
    ReachedBy.PHONE: _("phone"),
    ReachedBy.EMAIL: _("e-mail"),
}
BOARDS = {
    Board.ROOM_ONLY: _("room only"),
    Board.BREAKFAST: _("breakfast"),
    Board.HALF: _("half board"),
    Board.FULL: _("full board"),
    Board.ALL_INCLUSIVE: _("all inclusive"),
}
SEA_LINES = {
    SeaLine.FIRST: _("first line"),
    SeaLine.SECOND: _("second line"),
    SeaLine.FARTHER: _("farther from the sea"),
}


def fact_name(key: str) -> Sentence:
    """Of a tag: itself, "#family"."""
    return FACTS[key] if key in FACTS else verbatim(key)
