"""The ports of the trade without a database: for tests of rules. `tests/contract` holds them to what SQL answers."""

from collections.abc import Callable
from typing import cast, get_type_hints

from domain.declarations import import_modules
from domain.entities.pipeline import Pipelines
from domain.ports.repositories import Repositories
from tests.memory.shelf import MADE, Things

import_modules(__name__, __path__)


class Memory:
    """Nothing is undone when work fails."""

    def __init__(self, things: Things, reach: int | None = None) -> None:
        self._things = things
        for name in get_type_hints(Repositories):
            setattr(self, name, MADE[name](things, reach))

    def within(self, reach: int) -> Repositories:
        return cast(Repositories, Memory(self._things, reach))

    def go_by(self, pipelines: Callable[[], Pipelines]) -> None:
        self._things.pipelines = pipelines

    def flush(self) -> None:
        self._things.flush()


def memory(things: Things | None = None) -> Repositories:
    """Of what there is already, or of nothing."""
    return cast(Repositories, Memory(things or Things()))
