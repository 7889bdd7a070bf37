"""What the trade asks of whoever keeps the agency's definitions."""

from typing import Any, Protocol

from domain.entities.definitions import DefinitionKind, Definitions


class DefinitionRows(Protocol):
    def version(self) -> int:
        """How often definitions were changed, as this transaction sees it; 0 for never."""

    def current(self) -> Definitions:
        """All of them, in the order in which they were made."""

    def put(self, kind: DefinitionKind[Any], key: str, value: Any, seen: int) -> None:
        """Settles it. `seen` is the revision that was changed, 0 for a new one or a shipped one.

        Raises Refusal: changed_meanwhile. Changes come one after the other: the version is locked.
        """

    def drop(self, kind: DefinitionKind[Any], key: str, seen: int) -> None:
        """What is shipped holds again. Raises Refusal: changed_meanwhile."""
