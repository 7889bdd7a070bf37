"""The places where the crash test kills: nothing happens there unless one is armed, and then at the right passage."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops import fault_points as crashing
from tests.running.program import alone


@pytest.fixture(autouse=True)
def ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Exit codes, instead of exits."""
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    yield codes
    crashing.arm(None)


def test_nothing_is_armed_by_itself(ends: list[int]) -> None:
    crashing.arm(None)
    for _ in range(3):
        crashing.passing("before_commit")
    assert ends == []


def test_it_ends_at_the_kth_passage_of_its_place_and_no_other(ends: list[int]) -> None:
    crashing.arm("before_commit:2")
    crashing.passing("before_commit")
    crashing.passing("after_read")
    crashing.passing("after_read")
    assert ends == []
    crashing.passing("before_commit")
    assert ends == [137]
    crashing.arm("after_read")
    crashing.passing("after_read")
    assert ends == [137, 137]


async def test_no_variable_of_the_environment_arms_a_program(tmp_path: Path) -> None:
    """Whoever may set variables of a production process could have killed it at every update."""
    passes = (
        "from ops.fault_points import passing; import tourdesk.running; passing('after_read'); print('alive')"
    )
    code, told = await alone(tmp_path, "-c", passes, TOURDESK_CRASH_AT="after_read")
    assert (code, told.strip()) == (0, "alive")
