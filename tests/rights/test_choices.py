"""No screen has more than eight choices: every view of the registry, and every flow to its end, with much of everything.

What is no choice of a screen's own says so where it is drawn (`Button.apart`).
"""

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.conversation.exchange import Exchange
from bot.conversation.screen import MOST, Screen, choices
from domain.entities.people import Role
from domain.values.language import Language
from domain.values.refusals import Refusal
from locales import Voice
from storage import Database, SqlUnit, StoredScreen
from tests.rights.agency import Prepared, more_things
from tests.rights.answering import OFFERED, Stuck, Walker, said_so_far
from tests.rights.pressing import ROUTES, Press, plant, presses, tap, travelled
from tests.rights.undoing import kept, undone

UTC = ZoneInfo("UTC")
MANY = 10
"""More than any page holds."""
WIDE = {2: 17, 3: 11}
"""Letters behind the sign of a label, with so many in a row: a phone cuts longer ones."""
VOICES = [Voice(language, UTC, None) for language in Language if language is not Language.CHINESE]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Screen]]:
    """Every screen, under the name of its view."""
    found: list[tuple[str, Screen]] = []
    draw = Exchange.draw

    def noted(self: Exchange, screen: Screen, view: list[Any], *more: Any, **named: Any) -> Any:
        found.append((str(view[0]), screen))
        return draw(self, screen, view, *more, **named)

    monkeypatch.setattr(Exchange, "draw", noted)
    return found


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> list[StoredScreen]:
    """Every screen as it is kept."""
    found: list[StoredScreen] = []
    draw = Exchange.draw

    def noted(self: Exchange, *given: Any, **named: Any) -> Any:
        found.append(draw(self, *given, **named))
        return found[-1]

    monkeypatch.setattr(Exchange, "draw", noted)
    return found


@pytest.fixture
def finished(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The flows that came to their end without a refusal."""
    found: set[str] = set()
    for name, flow in ROUTES.flows.items():
        monkeypatch.setattr(flow, "finish", _noting(name, flow.finish, found))
    return found


def _noting(name: str, finish: Callable[..., None], found: set[str]) -> Callable[..., None]:
    def noted(self: Any, exchange: Exchange, answers: Any) -> None:
        finish(self, exchange, answers)
        found.add(name)

    return noted


async def test_no_screen_has_more_than_eight_choices_nor_a_label_that_is_cut(
    database: Database, prepared: Prepared, drawn: list[tuple[str, Screen]]
) -> None:
    await kept(database, lambda desk: more_things(desk, prepared, MANY))
    too_many: dict[str, list[str]] = {}
    too_long: dict[str, str] = {}
    seen: set[str] = set()
    for role in (*Role, "client"):
        for press in _opened(prepared):
            drawn.clear()
            await undone(database, lambda unit: _press(unit, prepared.people[str(role)], press))  # noqa: B023
            seen |= {press.route if view == "flow" else view for view, _screen in drawn}
            too_many |= _with_too_many(press, drawn)
            too_long |= {label: view for view, screen in drawn for label in _cut(screen)}
    assert len(seen) > 120, "else nothing was opened"
    assert not too_many, "\n".join(f"{name}: {labels}" for name, labels in sorted(too_many.items()))
    assert not too_long, "\n".join(f"{view}: {label}" for label, view in sorted(too_long.items()))


def _cut(screen: Screen) -> Iterator[str]:
    """Labels that are the same for everybody; names of people and trips are as long as they are."""
    for row in screen.rows:
        for one in row if len(row) in WIDE else ():
            if one.label.facts.keys() <= {"count"} and one.label.english != "{text}":
                for said in (voice.plain(one.label) for voice in VOICES):
                    if len(re.sub(r"^\W+", "", said)) > WIDE[len(row)]:
                        yield said


OPENERS = (Role.OWNER, "client")
"""Between them they may begin every flow."""
WAYS = 3
"""Of several answers to a question, each of so many is given once."""


async def test_no_later_question_of_a_flow_has_more(
    database: Database,
    prepared: Prepared,
    drawn: list[tuple[str, Screen]],
    stored: list[StoredScreen],
    finished: set[str],
) -> None:
    await kept(database, lambda desk: more_things(desk, prepared, MANY))
    too_many: dict[str, list[str]] = {}
    asked: set[tuple[str, ...]] = set()
    for role in OPENERS:
        said: dict[tuple[str, ...], int] = {}
        for press, which in product(_flows(prepared), range(WAYS)):
            drawn.clear()
            walker = Walker(stored, which, said)
            await _walked(database, walker, prepared.people[str(role)], press)
            asked |= {(press.route, *said_so_far(one)) for one in stored if one.state is not None}
            too_many |= _with_too_many(press, drawn)
    assert ROUTES.flows.keys() - finished == NEVER_ENDED.keys(), (
        "each is walked to its end, or named with a reason"
    )
    assert len(asked) > 140, "else hardly anything was answered"
    assert not too_many, "\n".join(f"{name}: {labels}" for name, labels in sorted(too_many.items()))


OPENED: dict[str, dict[str, Any]] = {
    "change_timing": {"what": "departure_days"},
    "answer_time": {"which": "every"},
    "change_privacy": {"what": "text"},
    "rename_kind": {"key": "coaches"},
}
"""Flows that nothing of theirs is known of otherwise."""
ASKED = {"change_timing": "number", "field_stage": "stage", "hang_item": "item", "client_record": "deal"}
"""What others are opened with, and these ask."""


NEVER_ENDED: dict[str, str] = {}
"""Flows that no walk comes to the end of, and why."""


def _flows(prepared: Prepared) -> Iterator[Press]:
    """Each as of what was seen before it was settled, and after."""
    for press in presses(prepared, prepared.own):
        if press.route.startswith("flow "):
            name, flow, known = press.action
            fewer = {key: one for key, one in known.items() if key != ASKED.get(flow)}
            for given, seen in product((known, fewer) if flow in ASKED else (known,), (0, 1)):
                yield Press(press.route, (name, flow, given | OPENED.get(flow, {}) | {"seen": seen}))


def _with_too_many(press: Press, drawn: list[tuple[str, Screen]]) -> dict[str, list[str]]:
    return {
        press.route if view == "flow" else view: [
            one.label.english for row in screen.rows for one in row if not one.apart
        ]
        for view, screen in drawn
        if choices(screen) > MOST
    }


async def _walked(database: Database, walker: Walker, person: int, press: Press) -> None:
    """Again from the beginning, with something else said, as long as something was no answer."""

    def walk(unit: SqlUnit) -> tuple[str, ...] | None:
        try:
            walker.walk(unit, person, f"f:{plant(unit, person, press).id}:1:0")
        except Stuck as stuck:
            return stuck.where
        return None

    while (where := await undone(database, walk)) is not None:
        walker.said[where] = walker.said.get(where, 0) + 1
        if walker.said[where] >= len(OFFERED):
            return


def _opened(prepared: Prepared) -> Iterator[Press]:
    return (one for one in presses(prepared, prepared.own) if one.route.split()[0] in {"view", "flow"})


def _press(unit: SqlUnit, person: int, press: Press) -> None:
    screen = plant(unit, person, press)
    try:
        travelled(unit, tap(unit, person, f"f:{screen.id}:1:0"))
    except Refusal:
        return
