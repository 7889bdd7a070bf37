"""No screen has more than eight choices: every view and flow of the registry, opened by each role, with much of everything.

What is no choice of a screen's own says so where it is drawn (`Button.apart`).
"""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.conversation.exchange import Exchange
from bot.conversation.screen import MOST, Screen, choices
from domain.entities.people import Role
from domain.values.refusals import Refusal
from storage import Database, SqlUnit
from tests.rights.agency import Prepared, more_things
from tests.rights.pressing import Press, plant, presses, tap, travelled
from tests.rights.undoing import kept, undone

MANY = 10
"""More than any page holds."""


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


async def test_no_screen_has_more_than_eight_choices(
    database: Database, prepared: Prepared, drawn: list[tuple[str, Screen]]
) -> None:
    await kept(database, lambda desk: more_things(desk, prepared, MANY))
    too_many: dict[str, list[str]] = {}
    seen: set[str] = set()
    for role in (*Role, "client"):
        for press in _opened(prepared):
            drawn.clear()
            await undone(database, lambda unit: _press(unit, prepared.people[str(role)], press))  # noqa: B023
            for view, screen in drawn:
                name = press.route if view == "flow" else view
                seen.add(name)
                if choices(screen) > MOST:
                    too_many[name] = [
                        one.label.english for row in screen.rows for one in row if not one.apart
                    ]
    assert len(seen) > 120, "else nothing was opened"
    assert not too_many, "\n".join(f"{name}: {labels}" for name, labels in sorted(too_many.items()))


def _opened(prepared: Prepared) -> Iterator[Press]:
    return (one for one in presses(prepared, prepared.own) if one.route.split()[0] in {"view", "flow"})


def _press(unit: SqlUnit, person: int, press: Press) -> None:
    screen = plant(unit, person, press)
    try:
        travelled(unit, tap(unit, person, f"f:{screen.id}:1:0"))
    except Refusal:
        return
