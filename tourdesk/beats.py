"""What the page says may be tried is steps of beats, in readers' English: here is how they are made.

A beat is a tap (by how the label begins: its emoji, which is the same in all languages, and by what stands `near` it in the
message), words that are said, a link that is opened, the clock that is turned, or only a look. Captions are for the story.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tourdesk.cast import character

Beat = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One line of the strip."""

    text: str
    beats: tuple[Beat, ...]

    @property
    def person(self) -> int | None:
        return next((beat["person"] for beat in self.beats if "person" in beat), None)


def told(name: str, steps: Sequence[Step]) -> dict[str, Any]:
    """For the sandbox. Under its name the browser remembers what was done of it."""
    shown = [{"text": one.text, "person": one.person, "beats": list(one.beats)} for one in steps]
    return {"name": name, "steps": shown}


def tap(who: str, label: str, caption: str, near: str = "") -> Beat:
    return {"person": character(who).id, "tap": label, "caption": caption, "near": near}


def say(who: str, words: str, caption: str) -> Beat:
    return {"person": character(who).id, "say": words, "caption": caption}


def follow(who: str, payload: str, caption: str) -> Beat:
    """Opens a link into the bot."""
    return {"person": character(who).id, "open": payload, "caption": caption}


def turn(at: str, caption: str) -> Beat:
    return {"turn": at, "caption": caption}


def look(who: str, caption: str) -> Beat:
    return {"person": character(who).id, "caption": caption}
