"""What we build upon is listed with its licence, and every licence is one we may build upon."""

import re

import pytest

from tests.house.licences import ALLOWED, LISTED, packages

ROWS = dict(re.findall(r"^\| ([\w-]+) \| ([^|]+) \|", LISTED.read_text(), re.MULTILINE))


def test_the_list_names_what_is_locked() -> None:
    assert sorted(set(ROWS) - {"Package"}) == packages(), "make licences"


@pytest.mark.parametrize("package", packages())
def test_its_licence_is_allowed(package: str) -> None:
    named = set(re.findall(r"[\w.-]+", ROWS[package])) - {"AND", "OR"}

    assert named
    assert named <= ALLOWED
