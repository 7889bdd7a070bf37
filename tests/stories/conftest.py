"""On which databases a story is played: one is enough for what it says; what differs between them is tested elsewhere.

The first story of each file, and those in which people act at once or something is searched for, are played on
both; `make stories` plays all of them on both.
"""

import os
import re
from zlib import crc32

import pytest

from tests.databases import KINDS, Databases

LONG = bool(os.environ.get("TOURDESK_LONG"))
_AT_ONCE = re.compile(
    r"at_once|one_moment|meanwhile|two_(colleagues|owners|managers|accountants|desks|schedulers|who)"
)
_BOTH = {"test_finding", "test_booking"}
"""Files that hang on how a database searches and locks."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "databases" in metafunc.fixturenames:
        metafunc.parametrize("databases", _kinds(metafunc), indirect=True)


@pytest.fixture
def databases(request: pytest.FixtureRequest) -> Databases:
    source: Databases = request.getfixturevalue(f"{request.param}_databases")
    return source


def _kinds(metafunc: pytest.Metafunc) -> list[str]:
    story, file = metafunc.function.__name__, metafunc.module.__name__.rpartition(".")[2]
    if LONG or file in _BOTH or _AT_ONCE.search(story) or _is_first(metafunc):
        return KINDS
    return [KINDS[crc32(story.encode()) % len(KINDS)]]


def _is_first(metafunc: pytest.Metafunc) -> bool:
    """One that is played once, not with many values."""
    first = next(name for name in vars(metafunc.module) if name.startswith("test_"))
    return metafunc.function.__name__ == first and not metafunc.definition.get_closest_marker("parametrize")
