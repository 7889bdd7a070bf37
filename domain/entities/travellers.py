"""Travellers: who goes with a deal, one for each seat."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.values.secret import SecretText


class Relation(StrEnum):
    """Who a traveller is to the client."""

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    OTHER = "other"


@dataclass(eq=False)
class Traveller:
    """Who goes. `name` as in the passport; passport fields may be entered later than the name."""

    relation: Relation
    name: str
    born_on: date | None = None
    passport: SecretText = SecretText()
    passport_expires: date | None = None
    cancelled_at: datetime | None = None
    extra: SecretText = SecretText()
    citizenship: str | None = None
    """By ISO 3166 ("BG"), as in the passport."""
    remembered: bool | None = None
    """Whether the client's file knows of them as a companion; None: nobody has looked yet."""
    id: int = field(default=0)

    @property
    def complete(self) -> bool:
        return None not in (self.born_on, self.passport, self.passport_expires)
