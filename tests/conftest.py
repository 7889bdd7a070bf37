"""What every story needs: a fresh agency."""

import gc
import os
import ssl
from collections.abc import AsyncIterator
from functools import cache

import pytest
from hypothesis import settings

from papers.press import close_press
from scheduler.jobs import audit_job
from storage import Database
from tests.log_watch import listen
from tests.quick_disk import keep_folders_in_memory
from tests.shared_statements import share_statements
from tests.world import World
from tourdesk.logs import write_logs

pytest_plugins = ["tests.databases", "tests.log_plugin"]

ssl.create_default_context = cache(ssl.create_default_context)  # type: ignore[assignment]
"""To read the world's certificates takes a tenth of a second, thrice a story, and no test leaves this machine."""

audit_job.BETWEEN_PAGES = 0.0
"""Nobody else's turn is waited for: stories wait for a night's verification."""

settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")
"""No test fails because the machine was busy."""

keep_folders_in_memory()
share_statements()
listen()
write_logs(
    readable=True
)  # as in the product: a traceback with the values of all variables takes seconds to draw


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: a fifth of the time a test waits for a server, a browser or a killed child."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return int(os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS", "0")) or cores + cores // 2


def pytest_collection_finish() -> None:
    """What was imported by now stays: to look through all of it again and again takes an eighth of the suite."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


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
