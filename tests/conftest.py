"""What every story needs: a fresh agency."""

from collections.abc import AsyncIterator

import pytest

from storage import Database
from tests.world import World

pytest_plugins = ["tests.databases"]


@pytest.fixture
async def world(database: Database) -> AsyncIterator[World]:
    """A fresh agency, its bot listening."""
    world = World(database)
    await world.open()
    yield world
    await world.close()
