"""Words: sentences, their catalogs, and the Voice that speaks them to one listener."""

from locales.sentence import COMMA, Fact, FullDay, Joined, Link, Sentence, Weekday, _, lines, n_, verbatim
from locales.voice import Voice

__all__ = [
    "COMMA",
    "Fact",
    "FullDay",
    "Joined",
    "Link",
    "Sentence",
    "Voice",
    "Weekday",
    "_",
    "lines",
    "n_",
    "verbatim",
]
