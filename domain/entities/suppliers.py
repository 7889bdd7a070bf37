"""Suppliers: of whom we buy what we sell; how they are reached, and on what terms they work."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.observations import key_of
from domain.entities.rights import Right
from domain.values.numbers import NumberOf

history_of("supplier", reach=OF_ITS_BRANCH, right=Right.SEE_SUPPLIERS)

SupplierNumber = Annotated[int, NumberOf("supplier")]

LONGEST_TERMS = 1000


class SupplierKind(StrEnum):
    """What is bought of them."""

    OPERATOR = "operator"
    HOTEL = "hotel"
    CARRIER = "carrier"
    INSURER = "insurer"
    OTHER = "other"


WORDS = ("name", "contact", "phone", "email", "terms")
"""What is known of a supplier in words, by the attribute."""


@dataclass(eq=False)
class Supplier:
    """A firm, or one person. By its `key` it is found whatever script and case its name is written in."""

    name: str
    kind: SupplierKind
    added_at: datetime
    key: str = ""
    contact: str | None = None
    """The person we speak with there."""
    phone: str | None = None
    email: str | None = None
    languages: tuple[str, ...] = ()
    """Codes of those that are spoken there, as far as we speak them, too."""
    terms: str | None = None
    """In free words: commission, days until payment, what a cancellation costs."""
    former: tuple[str, ...] = ()
    """Keys of the names it had before: what was noted under them is still about it."""
    branch: int | None = None
    """The only one that works with it; None: all do."""
    retired_at: datetime | None = None
    id: int = field(default=0)

    def __post_init__(self) -> None:
        self.key = self.key or key_of(self.name)

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None

    @property
    def keys(self) -> tuple[str, ...]:
        """Of all its names."""
        return (self.key, *self.former)

    def call(self, name: str) -> None:
        """Another name from now on."""
        before, self.name, self.key = self.key, name, key_of(name)
        self.former = tuple(one for one in (before, *self.former) if one != self.key)
