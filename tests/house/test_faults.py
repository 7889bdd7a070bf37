"""The catalogue of faults names tests that exist, and says of the rest why there are none."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.faults.catalogue import CATALOGUE
from tests.faults.controls import CONTROLS, Control
from tests.faults.fault import Fault

TESTS = Path(__file__).parents[1]
EVERY_ID = [*map(str, range(1, 65)), *(f"S{number}" for number in range(1, 16))]


@cache
def names_in(file: str) -> set[str]:
    return {node.name for node in ast.walk(ast.parse((TESTS / file).read_text())) if hasattr(node, "name")}


def test_every_fault_stands_once_and_in_order() -> None:
    assert [fault.id for fault in CATALOGUE] == EVERY_ID


@pytest.mark.parametrize("fault", CATALOGUE, ids=lambda fault: fault.id)
def test_every_fault_is_held_or_says_why_not(fault: Fault) -> None:
    assert fault.what
    if not fault.tests:
        assert fault.no_room.startswith("no room yet: ")
        return
    assert fault.expected
    for test in fault.tests:
        file, name = test.split("::")
        assert (TESTS / file).is_file(), test
        assert name.startswith("test_"), test
        assert name in names_in(file), test


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.fault)
def test_every_control_still_finds_what_it_breaks(control: Control) -> None:
    assert (TESTS.parent / control.file).read_text().count(control.whole) == 1
    assert control.whole != control.broken
    assert control.test in next(fault.tests for fault in CATALOGUE if fault.id == control.fault)
