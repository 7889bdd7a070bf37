"""What a test of a fault tells the runner, and how often it strikes."""

import os
from collections.abc import Callable
from typing import Protocol

import pytest

from tests.databases import KINDS, Databases


def many(few: int, full: int) -> int:
    """A small number in the suite, the full one by `make faults`."""
    return full if os.environ.get("TOURDESK_FAULTS") == "full" else few


@pytest.fixture(params=KINDS[: many(1, len(KINDS))])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Most faults are Telegram's or people's: in the suite one kind of database is enough for them."""
    source: Databases = request.getfixturevalue(f"{request.param}_databases")
    return source


class Score(Protocol):
    """How often the fault was injected, and what was lost or came twice."""

    def __call__(self, injected: int, lost: int = 0, doubled: int = 0) -> None: ...


@pytest.fixture
def score(record_property: Callable[[str, object], None]) -> Score:
    """Told once by each test; without it a test counts as one injection."""

    def told(injected: int, lost: int = 0, doubled: int = 0) -> None:
        record_property("injected", injected)
        record_property("lost", lost)
        record_property("doubled", doubled)

    return told
