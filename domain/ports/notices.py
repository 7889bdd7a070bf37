"""What the trade asks of whoever keeps notices."""

from collections.abc import Collection, Sequence
from typing import Protocol

from domain.entities.deals import Deal
from domain.entities.notices import Notice, NoticeKind, NoticeState
from domain.entities.people import Person


class Notices(Protocol):
    def get(self, number: int) -> Notice: ...
    def add(self, notice: Notice) -> bool:
        """False, and nothing done, when this key is already there."""

    def by_key(self, key: str) -> Notice | None:
        """Locked."""

    def sent_as(self, number: int, keys: Collection[str]) -> Notice | None:
        """Of those with these keys, the one that became this where it was sent, or brought it."""

    def told_under(self, keys: Collection[str]) -> Sequence[Notice]:
        """Those with these keys, in order of number."""

    def undelivered_to(self, person: Person) -> Sequence[Notice]:
        """Locked, earliest first."""

    def decide(self, becomes: NoticeState) -> int:
        """Ends the doubt about all of them; how many."""

    def count_uncertain(self) -> int: ...
    def about(self, deals: Sequence[Deal], kinds: Collection[NoticeKind]) -> Sequence[Notice]:
        """Notices of these kinds whose fact `deal` is one of these, newest first."""
