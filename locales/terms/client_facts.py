"""What is known of a client, in words: the names of the facts, and of the choices they have."""

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.entities.client_facts import Board, ReachedBy, SeaLine
from domain.entities.clients import Client
from domain.values.language import Language
from locales.sentence import Fact, FullDay, Joined, Sentence, _, n_, verbatim
from locales.terms.languages import LANGUAGES
from locales.terms.phones import pretty_phone

FACTS = {
    "name": _("Name"),
    "phone": _("Phone"),
    "latin_name": _("Name in Latin letters"),
    "born_on": _("Birthday"),
    "email": _("E-mail"),
    "username": _("Telegram"),
    "language": _("Language"),
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
GROUPS = {
    "who": _("Name and birthday"),
    "reach": _("Contact"),
    "travel": _("Travel wishes"),
    "agency": _("Notes of ours"),
}
SOURCES = {
    "friend": _("People they know"),
    "search": _("Search on the web"),
    "social": _("Social networks"),
    "advert": _("An advertisement"),
    "walked_in": _("Passed by the office"),
    "partner": _("A partner"),
}
NEXT_QUESTIONS = {
    "sea_line": _("Was it near enough to the sea?"),
    "stars": _("Were the stars enough?"),
    "board": _("Did they like the food?"),
    "nights": _("Was it long enough?"),
}
STARS = n_("{count} star", "{count} stars")
NIGHTS = n_("{count} night", "{count} nights")


def fact_name(key: str) -> Sentence:
    """Of a tag: itself, "#family"."""
    return FACTS[key] if key in FACTS else verbatim(key)


def fact_words(key: str, value: Any) -> Fact:
    """As it is kept in the file or in the history; of whoever looks after the client the name."""
    return _READS[key](value) if key in _READS else str(value)


def value_of(client: Client, key: str) -> Fact:
    """Of a client's own; None when it is unknown. Not of those that name somebody else."""
    value = _SHOWN[key](client) if key in _SHOWN else getattr(client, key)
    return None if value is None or value == () else fact_words(key, value)


def tag_words(tags: Any) -> Joined:
    """ "#vip #family" """
    return Joined([verbatim(f"#{tag}") for tag in tags], by=" ")


def _day(value: date | str) -> FullDay:
    return FullDay(value if isinstance(value, date) else date.fromisoformat(value))


_SHOWN: dict[str, Callable[[Client], Any]] = {
    "username": lambda client: client.telegram_name,
    "language": lambda client: client.addressed_in,
}
"""What Telegram tells better than the file."""
_READS: dict[str, Callable[[Any], Fact]] = {
    "phone": pretty_phone,
    "born_on": _day,
    "username": lambda value: verbatim(f"@{value}"),
    "language": lambda value: LANGUAGES[Language(value)],
    "prefers": lambda value: REACHED_BY[ReachedBy(value)],
    "stars": lambda value: STARS(count=value),
    "nights": lambda value: NIGHTS(count=value),
    "board": lambda value: BOARDS[Board(value)],
    "sea_line": lambda value: SEA_LINES[SeaLine(value)],
    "source": lambda value: SOURCES.get(value) or str(value),
    "referred_by": lambda value: _("client #{number}")(number=value),
    "tags": tag_words,
    "ask_next": lambda value: NEXT_QUESTIONS.get(value) or str(value),
}
