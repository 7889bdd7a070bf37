"""What the trade asks of whoever keeps the items of an agency's own lists."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.own_kinds import OwnItem, OwnLink


class OwnItems(Protocol):
    def get(self, number: int) -> OwnItem: ...
    def locked(self, number: int) -> OwnItem: ...
    def add(self, item: OwnItem) -> None: ...
    def changed(self, item: OwnItem) -> None:
        """Brings the search up to date after another name, note or value."""

    def listed(self, own_kind: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        """By name; those that are retired come last."""

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        """By the beginnings of words of name, note and values, of all lists, by name; without those that are retired."""

    def offered(self, limit: int = 8, offset: int = 0) -> Sequence[OwnItem]:
        """Of all lists, newest first; without those that are retired."""

    def hang(self, link: OwnLink) -> None: ...
    def take_off(self, link: OwnLink) -> None: ...
    def hung_on(self, subject: str, number: int) -> Sequence[OwnLink]:
        """In the order in which they were hung there."""

    def places(self, item: OwnItem, subject: str, limit: int = 8) -> Sequence[int]:
        """The numbers of the things of this subject it hangs on, newest first."""
