"""What every story needs: a fresh agency."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import Database
from tests.world import World

pytest_plugins = ["tests.databases"]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A fresh agency, its bot listening."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'agency.db'}")
    await database.migrate()
    world = World(database)
    await world.open()
    yield world
    await world.close()
    await database.close()
