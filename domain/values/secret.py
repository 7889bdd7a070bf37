"""A text that is kept sealed: the trade reads and writes it as plain text, and it is opened only when it is read."""

from dataclasses import dataclass, field
from typing import Any, Protocol


class Secret(Protocol):
    """What is kept in the place of the text."""

    def opened(self) -> str:
        """The text."""


@dataclass(frozen=True, eq=False)
class Clear:
    """A text as it was entered, before it is sealed."""

    text: str = field(repr=False)

    def opened(self) -> str:
        return self.text


class SecretText:
    """An attribute of a dataclass, None by default: beside it, as `sealed_<name>`, stands the Secret that is kept."""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = f"sealed_{name}"

    def __get__(self, thing: Any, _kind: type | None = None) -> str | None:
        kept: Secret | None = None if thing is None else getattr(thing, self._name)
        return None if kept is None else kept.opened()

    def __set__(self, thing: Any, text: str | None) -> None:
        setattr(thing, self._name, None if text is None else Clear(text))
