"""`hold(check)` checks both implementations: in memory first, then on the database of this run."""

from collections.abc import Awaitable, Callable

import pytest

from domain.ports.repositories import Repositories
from storage import Database
from tests.memory import memory

Check = Callable[[Repositories], None]
Hold = Callable[[Check], Awaitable[None]]


@pytest.fixture
def hold(database: Database) -> Hold:
    async def on_both(check: Check) -> None:
        check(memory())
        await database.run(lambda unit: check(unit.repositories))

    return on_both
