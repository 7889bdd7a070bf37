"""What every story needs: a fresh agency."""

from collections.abc import AsyncIterator

import pytest

from papers.press import close_press
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


@pytest.fixture(scope="session", autouse=True)
async def _press() -> AsyncIterator[None]:
    """One press for all tests: starting it takes longer than most of them."""
    yield
    await close_press()
