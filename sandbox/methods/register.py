"""The register of methods by lower-case name; names are case-insensitive, as in the Bot API."""

from collections.abc import Callable
from typing import Any

from sandbox.calls import Call
from sandbox.telegram import Telegram

Method = Callable[[Telegram, Call], Any]
METHODS: dict[str, Method] = {}


def method(*names: str) -> Callable[[Method], Method]:
    """A method gives its result as JSON-ready values, or as bytes when it is already written."""

    def enter(function: Method) -> Method:
        for name in names:
            METHODS[name.lower()] = function
        return function

    return enter
