"""What an agency knows of a client besides the name: the facts, their choices, and which the client told."""

from enum import StrEnum
from typing import Any, Protocol

MOST_TAGS = 10

SOURCES = ("friend", "search", "social", "advert", "walked_in", "partner")
"""Where clients usually come from; any other words are kept as they were told."""
NEXT_QUESTIONS = ("sea_line", "stars", "board", "nights")
"""What is usually asked before the next journey, by the fact that it is about; any other question is kept in words."""


class ReachedBy(StrEnum):
    """How a client likes to be reached."""

    TELEGRAM = "telegram"
    PHONE = "phone"
    EMAIL = "email"


class Board(StrEnum):
    """What is eaten at the hotel."""

    ROOM_ONLY = "room_only"
    BREAKFAST = "breakfast"
    HALF = "half"
    FULL = "full"
    ALL_INCLUSIVE = "all_inclusive"


class SeaLine(StrEnum):
    """How near to the sea."""

    FIRST = "first"
    SECOND = "second"
    FARTHER = "farther"


SECRET = ("address", "needs")
"""Kept sealed; the history tells that they were changed, and not what they say."""
OPEN = (
    "latin_name",
    "born_on",
    "email",
    "username",
    "language",
    "prefers",
    "stars",
    "nights",
    "board",
    "sea_line",
    "habit",
    "source",
    "referred_by",
    "tags",
    "ask_next",
)
FACTS = (*OPEN, *SECRET)
"""The attributes of a client that tell of them; who looks after them is none of their facts."""
KEEPERS = ("responsible", "branch")
"""Who looks after a client: corrected like a fact, and none of theirs."""
CORRECTABLE = ("name", "phone", *FACTS, *KEEPERS)
GROUPS = {
    "who": ("name", "latin_name", "born_on"),
    "reach": ("phone", "email", "username", "address", "prefers", "language"),
    "travel": ("stars", "nights", "board", "sea_line", "habit", "needs", "ask_next"),
    "agency": ("source", "referred_by", "tags", *KEEPERS),
}
"""What is shown and corrected together."""
OWN = ("email", "born_on", "prefers")
"""What a client writes into their file themselves, besides name and phone."""
TELLABLE = ("name", "phone", *FACTS)
"""What a client may have told themselves: the keys that `Client.told` takes."""


class HasFacts(Protocol):
    """A client's file."""

    told: tuple[str, ...]


def fact_of(client: HasFacts, key: str) -> Any:
    """None, or empty, when it is unknown."""
    return getattr(client, key)


def is_known(value: object) -> bool:
    return value is not None and value != ()


def tell(client: HasFacts, *keys: str) -> None:
    """The client has told these themselves."""
    client.told = tuple(dict.fromkeys((*client.told, *keys)))


def correct(client: HasFacts, *keys: str) -> None:
    """A colleague has: they are no longer the client's own words."""
    client.told = tuple(key for key in client.told if key not in keys)
