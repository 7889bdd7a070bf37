"""Every screen that somebody of the cast can come to by taps opens on the season, and no button of it is refused."""

from collections import deque
from collections.abc import Iterator
from typing import Any

import pytest

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.exchange import BotProfile, Exchange
from bot.conversation.screen import MOST, Screen, choices
from domain.entities.people import RIGHTS, Right, Role
from domain.values.refusals import Refusal
from storage import SqlUnit, StoredScreen
from tests.rights.pressing import ROUTES, tap
from tests.rights.undoing import undone
from tests.season.conftest import Opened
from tourdesk.cast import CLIENTS, STAFF, Character

AT_MOST = 220
"""Of one person: enough to reach every kind of screen."""
LEAST = {Role.GUIDE: 20, Role.ACCOUNTANT: 40}
"""Whoever may see less comes to fewer screens."""
BEGINNINGS = (("go", "home"),)
KEYS_OF_STAFF: dict[tuple[Any, ...], Right | None] = {
    ("go", "menu"): None,
    ("go", "more"): None,
    ("go", "trips", 0, "upcoming"): Right.SEE_TRIPS,
    ("go", "deals", "", False, 0): Right.SEE_DEALS,
    ("go", "inquiries", 0): Right.TAKE_INQUIRIES,
}
"""What stands under the input field of whoever has this right."""
OPENS = frozenset({"go", "turn", "ask"})


@pytest.mark.parametrize("who", [*STAFF, *CLIENTS], ids=lambda one: one.key)
async def test_every_screen_opens(opened: Opened, who: Character, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Screen] = []
    draw = Exchange.draw

    def noted(self: Exchange, screen: Screen, *more: Any, **named: Any) -> Any:
        drawn.append(screen)
        return draw(self, screen, *more, **named)

    monkeypatch.setattr(Exchange, "draw", noted)
    identity = Identity(opened.agency, opened.sandbox.clock.now, lambda: "t" * 43)
    road = Dispatcher(identity, ROUTES, BotProfile("tourdesk_demo_bot", lambda _number: None))
    seen = await undone(opened.database, lambda unit: _walk(opened, unit, road, who, drawn))
    least = LEAST.get(who.role, 60) if who.role else 8
    assert len(seen) >= least, f"{who.key} came to {len(seen)} screens only"


def _walk(opened: Opened, unit: SqlUnit, road: Dispatcher, who: Character, drawn: list[Screen]) -> set[str]:
    """Breadth first; what was opened, by what it was opened with."""
    person = unit.repositories.people.by_telegram_id(who.id)
    assert person is not None
    waiting: deque[tuple[Any, ...]] = deque([*BEGINNINGS, *_keys(who)])
    seen: set[str] = set()
    while waiting and len(seen) < AT_MOST:
        action = waiting.popleft()
        if repr(action) in seen:
            continue
        seen.add(repr(action))
        drawn.clear()
        _press(opened, unit, road, who, person.id, action)
        for screen in drawn:
            assert choices(screen) <= MOST, f"{who.key}, {action}: {choices(screen)} choices"
            waiting.extend(_following(screen))
    return seen


def _keys(who: Character) -> list[tuple[Any, ...]]:
    if who.role is None:
        return []
    return [key for key, right in KEYS_OF_STAFF.items() if right is None or right in RIGHTS[who.role]]


def _press(
    opened: Opened, unit: SqlUnit, road: Dispatcher, who: Character, person: int, action: tuple[Any, ...]
) -> None:
    now = opened.sandbox.clock.now()
    screen = StoredScreen(person, who.id, 77, 1, ["home"], [[*action]], None, now, now)
    unit.screens.save(screen)
    try:
        road.dispatch(unit, tap(unit, person, f"f:{screen.id}:1:0"))
        unit.session.flush()
    except Refusal as refusal:
        pytest.fail(f"{who.key} was offered {action}, and refused: {refusal.kind}")


def _following(screen: Screen) -> Iterator[tuple[Any, ...]]:
    for row in screen.rows:
        for button in row:
            if button.action in OPENS and not button.url:
                yield (button.action, *button.args)
