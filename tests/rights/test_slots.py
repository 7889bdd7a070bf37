"""A noun can put a button and a line on everybody's card, and those without the right see nothing of it."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from bot import links
from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.screen import Button, go
from bot.conversation.searches import PROVIDERS, Page, finds
from bot.conversation.slots import BUTTONS, LINES, Slots, button_on, home_button, lines_on
from domain.entities.people import Right
from domain.values.refusals import Refusal
from locales import Sentence, verbatim
from storage import Database, SqlUnit
from tests.house.test_words import ROUTES, literals
from tests.rights.agency import Prepared
from tests.rights.pressing import Press, plant, tap, told, travelled
from tests.rights.undoing import undone

TYPED = {
    one.card
    for module in pkgutil.iter_modules(links.__path__, "bot.links.")
    for one in vars(import_module(module.name)).values()
    if isinstance(one, Slots)
}
"""Cards with typed slots: the widget draws their buttons and lines."""
DRAWN = TYPED | {card for _file, card in literals(("bot",), 1, "buttons_of")}
TASKS, TWO = verbatim("✅ Tasks · 2"), verbatim("Two tasks wait")


@pytest.fixture
def tasks() -> Iterator[None]:
    """A noun that is on every card, for those who may keep backups: the owner."""
    tables: list[dict[Any, Any]] = [BUTTONS, LINES, PROVIDERS]
    before = [table.copy() for table in tables]
    for card in DRAWN:
        button_on(card, 17, None if card == "client_home" else Right.KEEP_BACKUPS)(_tasks)
        lines_on(card, 55, None if card == "client_home" else Right.KEEP_BACKUPS)(_line)
    finds(57, Right.KEEP_BACKUPS)(_found)
    yield
    for table, was in zip(tables, before, strict=True):
        table.clear()
        table.update(was)


def _tasks(_exchange: Exchange, _thing: object) -> Button:
    return go(TASKS, HOME)


def _line(_exchange: Exchange, _thing: object) -> list[Sentence]:
    return [TWO]


def _found(_exchange: Exchange, _page: Page) -> list[Button]:
    return [go(TASKS, HOME)]


def test_all_cards_have_room_for_buttons_and_lines() -> None:
    assert TYPED | {card for _file, card in literals(("bot",), 1, "lines_of")} == DRAWN
    assert DRAWN - ROUTES.views.keys() == {"staff_home", "client_home"}
    declared = {card for table in (BUTTONS, LINES) for card, _rank in table}
    assert declared - DRAWN <= {"stall"}, "one of tests/bot/market.py"


def test_two_cannot_have_one_place() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        home_button(20)(lambda _exchange: None)
    with pytest.raises(ValueError, match="declared twice"):
        finds(10, Right.SEE_DEALS)(_found)


async def test_each_card_shows_them_to_those_who_may_see_them(
    database: Database, prepared: Prepared, tasks: None
) -> None:
    people, own = prepared.people, prepared.own
    numbers = {"client": prepared.client, "colleague": own.colleague}
    numbers |= {card: getattr(own, card) for card in ("deal", "inquiry", "trip", "branch")}
    for card in sorted(DRAWN):
        who = people["client" if card == "client_home" else "owner"]
        args = (card, numbers[card]) if card in numbers else ("menu",)
        shown = await undone(database, lambda unit: _opened(unit, who, args))  # noqa: B023
        assert "✅ Tasks · 2" in shown, card
        assert "Two tasks wait" in shown, card
    for args in (("deal", own.deal), ("client", prepared.client), ("trip", own.trip), ("menu",)):
        shown = await undone(database, lambda unit: _opened(unit, people["manager"], args))  # noqa: B023
        assert "Tasks" not in shown
        assert "Two tasks" not in shown


async def test_whoever_finds_things_is_asked_when_staff_write(
    database: Database, prepared: Prepared, tasks: None
) -> None:
    for who, seen in (("owner", True), ("manager", False)):
        args = ("found", "Rosewater", 0)
        shown = await undone(database, lambda unit: _opened(unit, prepared.people[who], args))  # noqa: B023
        assert ("✅ Tasks · 2" in shown) is seen
        assert "Anna Rosewater" in shown


def _opened(unit: SqlUnit, person: int, args: tuple[object, ...]) -> str:
    screen = plant(unit, person, Press("view", ("go", *args)))
    exchange, refusal = travelled(unit, tap(unit, person, f"f:{screen.id}:1:0"))
    assert exchange is not None, refusal
    assert not isinstance(refusal, Refusal)
    return told(exchange)
