"""The way back: to the list as it was left, to the card a flow was begun from, and home when nobody knows any more."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from bot import program
from bot.conversation.links import View
from bot.conversation.routes import Routes
from bot.conversation.trail import LONGEST, walked
from bot.registry import all_routes
from storage import Database
from storage.mapping import screens
from tests.bot import market
from tests.people import Person
from tests.world import AGENCY, World

VIEWS: dict[str, View[...]] = {
    "list": View("list", place=1),
    "card": View("card"),
    "deal": View("deal", place=1),
}


def test_the_way_grows_and_is_gone_back() -> None:
    way = walked(walked(walked([], ["home"], VIEWS), ["list", "a", 0], VIEWS), ["card", 1], VIEWS)
    assert way == [["home"], ["list", "a", 0], ["card", 1]]
    assert walked(way, ["card", 1], VIEWS) == way
    assert walked(way, ["card", 2], VIEWS) == [*way, ["card", 2]]
    assert walked(way, ["list", "a", 0], VIEWS) == way[:2]
    assert walked(way, ["home"], VIEWS) == [["home"]]


def test_another_page_is_the_same_place_and_another_list_is_not() -> None:
    way = [["list", "a", 0], ["card", 1]]
    assert walked(way, ["list", "a", 3], VIEWS) == [["list", "a", 3]]
    assert walked(way, ["list", "b", 0], VIEWS) == [*way, ["list", "b", 0]]


def test_a_place_without_its_page_is_gone_back_to_as_it_was_left() -> None:
    assert walked([["deal", 5, "new", 3], ["card", 1]], ["deal", 5], VIEWS) == [["deal", 5, "new", 3]]


def test_only_the_last_steps_are_remembered() -> None:
    way: list[list[object]] = []
    for number in range(50):
        way = walked(way, ["card", number], VIEWS)
    assert way == [["card", number] for number in range(49 - LONGEST, 50)]


@pytest.fixture
async def anna(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Person]:
    def with_market() -> Routes:
        routes = all_routes()
        routes.include(market.routes)
        return routes

    monkeypatch.setattr(program, "all_routes", with_market)
    for kept in (market.gone, market.votes, market.praise, market.with_stars):
        kept.clear()
    world = World(database)
    await world.open()
    anna = await world.person("Anna")
    await anna.says("/market")
    yield anna
    await world.close()


async def test_back_leads_to_the_list_as_it_was_left(anna: Person) -> None:
    await anna.taps("Odd")
    anna.sees("✓ Odd", "All")
    anna.sees_no("◀ Previous")
    await anna.taps("Next ▶")
    anna.hears("Stalls: odd, page 1")
    anna.sees_no("Next ▶")
    await anna.taps("Stall 7")
    anna.hears("This is stall 7.\nIt is the seventh.\nIt has 7 apples.")
    await anna.taps("Open it")
    await anna.taps("Neighbour")
    anna.hears("This is stall 8.\nIt has 8 apples.")
    await anna.taps("◀ Back")
    anna.hears("This is stall 7.")
    await anna.taps("Next")
    anna.hears("This is stall 8.")
    await anna.taps("◀ Back")
    anna.hears("Stalls: odd, page 1")
    await anna.taps("◀ Previous")
    anna.hears("Stalls: odd, page 0")


async def test_a_flow_leads_back_to_where_it_was_begun(anna: Person) -> None:
    await anna.taps("Stall 2")
    await anna.taps("Praise it")
    await anna.says("The apples")
    anna.hears("Praised.\n\nThis is stall 2.")
    assert market.praise == [(2, "The apples", None)]
    await anna.taps("◀ Back")
    anna.hears("Stalls: all, page 0")


async def test_a_draft_keeps_the_way_over_other_things(anna: Person) -> None:
    await anna.taps("Stall 2")
    await anna.taps("Praise it")
    await anna.says("/menu")
    await anna.taps("▶ Continue")
    await anna.says("The apples")
    anna.hears("Praised.\n\nThis is stall 2.")


async def test_a_screen_that_nobody_came_to_leads_to_what_it_names(database: Database, anna: Person) -> None:
    """As those of the release before this one: they have no trail, and their buttons may bring more than is taken now."""
    button = next(button for row in anna.last["buttons"] for button in row if button["label"] == "Stall 2")
    old = update(screens).values(
        trail=None, view=["flow"], actions=[["go", "stall", 2, "origin", False, 0]] * 9
    )
    await database.run(lambda unit: unit.session.execute(old))
    await anna.forges(button["callback_data"], anna.last["message_id"])
    anna.hears("This is stall 2.")
    await anna.taps("◀ Back")
    anna.hears("Hello, Anna!")


async def test_a_way_back_that_is_gone_is_not_offered_again(anna: Person) -> None:
    await anna.taps("Stall 2")
    await anna.taps("Neighbour")
    market.gone.add(2)
    await anna.taps("◀ Back")
    assert anna.toast == "That is not here."
    anna.hears("This is stall 3.")
    await anna.taps("◀ Back")
    anna.hears("Stalls: all, page 0")


async def test_questions_may_depend_on_what_the_agency_has_settled(anna: Person) -> None:
    market.with_stars.add(AGENCY.name)
    await anna.taps("Stall 2")
    await anna.taps("Praise it")
    await anna.says("The apples")
    anna.hears("How many stars?")
    await anna.taps("5")
    assert market.praise == [(2, "The apples", 5)]
