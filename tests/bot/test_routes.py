"""The table of everything that can be reached: no name stands in it twice."""

import pytest

from bot.conversation.routes import Routes
from bot.conversation.screen import Screen
from bot.registry import MODULES, all_routes
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
            routes.view("x")(lambda _talk: Screen(WORDS))
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

    assert len(MODULES) == len(set(MODULES))
    assert {"home", "trips", "deal"} <= routes.views.keys()
    assert [command.name for command in routes.commands_of(Actor())]
