"""An agency that also serves dinner, for what no flow of the house shows as plainly."""

from collections.abc import AsyncIterator

import pytest

from bot import program
from bot.conversation.routes import Routes
from bot.registry import all_routes
from storage import Database
from tests.bot import dinner
from tests.world import World


def with_dinner() -> Routes:
    routes = all_routes()
    routes.include(dinner.routes)
    return routes


@pytest.fixture
async def lake(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.setattr(program, "all_routes", with_dinner)
    dinner.orders.clear()
    world = World(database)
    await world.open()
    yield world
    await world.close()
