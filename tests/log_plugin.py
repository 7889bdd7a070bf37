"""Fails a test that let something be logged which must not be: `tests/log_watch.py` for pytest."""

import logging
from typing import Any

import pytest

from tests.log_watch import WATCH, listen


def pytest_configure() -> None:
    listen()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Any:
    WATCH.forget()
    logging.getLogger().setLevel(logging.DEBUG)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Any:
    result = yield
    if finds := list(dict.fromkeys(WATCH.finds())):
        pytest.fail("\n".join(["what must not be logged:", *finds[:10]]), pytrace=False)
    return result
