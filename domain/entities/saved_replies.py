"""Saved replies: what is written to clients again and again, per language, with places for what differs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from domain.entities.definitions import definition_kind
from domain.entities.texts import places_in
from domain.values.labels import Labels, read_label
from domain.values.refusals import Refusal
from domain.values.text import units

MOST = 40
LONGEST = 1500
"""UTF-16 units, before its places are filled."""
PLACES = (
    "client",
    "trip",
    "day",
    "time",
    "place",
    "number",
    "seats",
    "price",
    "paid",
    "owed",
    "how_to_pay",
    "responsible",
    "agency",
    "phone",
)
"""What may stand in braces; what each means is known where texts of notices are worded."""
USUAL = (
    "received",
    "looking",
    "offer_follows",
    "money_due",
    "money_came",
    "passports",
    "where_to_be",
    "call_you",
)
"""As shipped, in this order: their words are sentences of ours, in every language."""


@dataclass(frozen=True)
class SavedReply:
    """Name and words, by language. Of a shipped one: those languages in which the agency says it otherwise."""

    labels: Labels = field(default_factory=dict)
    said: Labels = field(default_factory=dict)
    branch: int | None = None
    """Whose it is; None: everybody's."""
    retired: bool = False


SAVED_REPLY = definition_kind("saved_reply", SavedReply, {key: SavedReply() for key in USUAL})


def check_reply(key: str, reply: SavedReply) -> None:
    """Raises Refusal: label_empty, label_too_long, and what `check_words` refuses."""
    for label in reply.labels.values():
        read_label(label)
    for text in reply.said.values():
        check_words(text)
    if key not in USUAL and not (reply.labels and reply.said):
        raise Refusal("nothing_written")


def check_words(text: str) -> None:
    """Raises Refusal: nothing_written, text_too_long, text_braces, text_place_unknown."""
    if not any(map(str.isalnum, text)):
        raise Refusal("nothing_written")
    if (long := units(text)) > LONGEST:
        raise Refusal("text_too_long", count=long, most=LONGEST)
    used = places_in(text)
    if any(sign in _without(text, used) for sign in "{}"):
        raise Refusal("text_braces", example="{trip}")
    if unknown := sorted(used - {*PLACES}):
        raise Refusal(
            "text_place_unknown", place=f"{{{unknown[0]}}}", known=", ".join(f"{{{one}}}" for one in PLACES)
        )


def filled(text: str, facts: Mapping[str, str | None]) -> str | None:
    """A line with a place of which nothing is known is left out. None when nothing is left to say."""
    told = (line for line in text.split("\n") if all(facts.get(place) for place in places_in(line)))
    left = "\n".join(_with(line, facts) for line in told).strip()
    return left or None


def _with(line: str, facts: Mapping[str, str | None]) -> str:
    for place in places_in(line):
        line = line.replace(f"{{{place}}}", facts[place] or "")
    return line


def _without(text: str, places: Collection[str]) -> str:
    for place in places:
        text = text.replace(f"{{{place}}}", "")
    return text
