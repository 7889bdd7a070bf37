"""Goes through a flow from its first question to its end: taps what can be tapped, types what a question takes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.conversation.events import Event
from bot.conversation.flow.drawing import CHANGES
from domain.entities.files import SentFile
from domain.entities.trip_plans import Point
from storage import SqlUnit, StoredScreen
from tests.rights.pressing import tap, travelled

LONGEST = 40
"""Steps of one walk: no flow asks so much."""
_AWAY = "leads away"
BACK_TO_REVIEW = ["scratch", CHANGES, None]
WORDS = (
    "2",
    "Maria Petrova",
    "0888 123 457",
    "17.05.2028",
    "17.05.1985",
    "100",
    "09:30",
    "AB1234567",
    "Lisbon",
    "London",
    "Booked, Done",
    "BG80BNBG96611020345678",
    "BNBGBGSD",
    "044525225",
    "40702810400000000225",
    "30101810400000000225",
    "On {day} at {time}, {place}",
    "Vera",
    "https://translate.example.com",
)
ASIDE = 3
"""So many of the first buttons are looked at that only show more: another month, another page."""
FILES = (
    SentFile("source", "key", "photo.jpg", "image/jpeg", 1000, is_photo=True),
    SentFile("source", "key", "settings.toml", "application/toml", 1000, is_photo=False),
    SentFile("source", "key", "clients.csv", "text/csv", 1000, is_photo=False),
)
OFFERED: tuple[Callable[[Event], Event], ...] = (
    *(lambda event, words=words: replace(event, text=words) for words in WORDS),
    *(lambda event, file=file: replace(event, file=file) for file in FILES),
    lambda event: replace(event, location=Point(42.5, 23.25)),
)
"""What can be said where nothing can be tapped, until one of it is an answer."""


class Stuck(Exception):  # noqa: N818 (the next walk says something else there)
    def __init__(self, where: tuple[str, ...]) -> None:
        self.where = where


@dataclass
class Walker:
    """`which`: of several answers the first, the second and so on. What was said where is remembered for the next walk."""

    drawn: list[StoredScreen]
    """What was drawn last is at its end."""
    which: int
    said: dict[tuple[str, ...], int]

    def walk(self, unit: SqlUnit, person: int, opened: str) -> bool:
        """Whether it could be begun. Raises Stuck."""
        self.drawn.clear()
        if travelled(unit, tap(unit, person, opened))[1] is not None:
            return False
        looked: set[tuple[Any, ...]] = set()
        for _step in range(LONGEST):
            screen = self.drawn[-1] if self.drawn else None
            if screen is None or screen.state is None:
                break
            where = (str(screen.state["flow"]), *said_so_far(screen))
            self._goes_on(unit, person, screen, where, looked)
        return True

    def _goes_on(
        self, unit: SqlUnit, person: int, screen: StoredScreen, where: tuple[str, ...], looked: set[Any]
    ) -> None:
        index = self._pressed(screen, where, looked)
        event = tap(unit, person, f"f:{screen.id}:{screen.revision}:{index}")
        if index is None:
            event = OFFERED[self.said.get(where, 0) % len(OFFERED)](replace(event, tap=None))
        before = len(self.drawn)
        _exchange, refused = travelled(unit, event)
        if refused is not None or len(self.drawn) == before:
            raise Stuck(where)
        if index is not None and not _is_of(self.drawn[-1], where[0]):
            self.said[*where, _AWAY, str(index)] = 1

    def _pressed(self, screen: StoredScreen, where: tuple[str, ...], looked: set[Any]) -> int | None:
        """A look aside first, once each; then an answer. None: nothing can be tapped.

        What has led into another flow is not tapped again: the next walk goes on in this one.
        """
        for index, (name, *_args) in enumerate(screen.actions[:ASIDE]):
            if name == "scratch" and (where, index) not in looked:
                looked.add((where, index))
                return index
        names = [name for name, *_args in screen.actions]
        goes_on = [
            index
            for index, name in enumerate(names)
            if name in {"answer", "send"} and (*where, _AWAY, str(index)) not in self.said
        ]
        if goes_on:
            return goes_on[self.which % len(goes_on)]
        leads_back = [index for index, action in enumerate(screen.actions) if action == BACK_TO_REVIEW]
        return leads_back[0] if leads_back else None


def _is_of(screen: StoredScreen, flow: str) -> bool:
    """Or of none any more."""
    return screen.state is None or screen.state["flow"] == flow


def said_so_far(screen: StoredScreen) -> tuple[str, ...]:
    """Which questions of its flow are answered."""
    return tuple(sorted(screen.state["answers"])) if screen.state else ()
