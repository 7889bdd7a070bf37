"""The table of everything that can be reached: no name stands in it twice."""

from collections import Counter
from importlib import import_module

import pytest

from bot.conversation.links import View
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen
from bot.registry import all_routes, modules
from domain.ports.desk import Actor
from locales import _
from tests.bot.dinner import Dinner

WORDS = _("Cancel")


def nothing(*_args: object) -> None:
    """Does nothing."""


def registered(kind: str) -> Routes:
    routes = Routes()
    match kind:
        case "view":
            routes.draws(View[[]]("x"))(lambda _exchange: Screen(WORDS))
        case "action":
            routes.action("x")(nothing)
        case "verb":
            routes.verb("x")(nothing)
        case "link":
            routes.link("x")(nothing)
        case "command":
            routes.command("x", WORDS)(nothing)
        case "flow":
            routes.flow(Dinner)
    return routes


KINDS = ("view", "action", "verb", "link", "command", "flow")


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_is_given_once(kind: str) -> None:
    one, other = registered(kind), registered(kind)

    with pytest.raises(ValueError, match="stands twice"):
        one.include(other)


def test_the_same_name_may_mean_different_kinds_of_things() -> None:
    joined = Routes()
    for kind in KINDS:
        joined.include(registered(kind))
    assert [*joined.views, *joined.actions, *joined.verbs, *joined.links, *joined.commands] == ["x"] * 5


def test_the_house_is_joined_from_all_its_modules() -> None:
    routes = all_routes()

    assert len(modules()) == len(set(modules())) > 30
    assert {"home", "trips", "deal"} <= routes.views.keys()
    assert [command.name for command in routes.commands_of(Actor())]


def test_who_comes_first_is_said_and_no_accident_of_names() -> None:
    """Whoever has a command or takes what was sent unasked has a rank of their own."""
    asked = [vars(import_module(name))["routes"] for name in modules()]
    ranks = Counter(one.rank for one in asked if one.commands or one.unasked)

    assert [rank for rank, times in ranks.items() if times > 1] == []
    assert 500 not in ranks
