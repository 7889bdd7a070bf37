"""Copies of a client's own data: asked for, put together as ZIPs, sent, and taken out of our store a day later."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated

from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal

CopyNumber = Annotated[int, NumberOf("data_copy")]

AGAIN_AFTER = timedelta(hours=1)
KEPT_FOR = timedelta(days=1)
"""So long the ZIPs are in our store, for a Telegram that is away."""


@dataclass(eq=False)
class DataCopy:
    """What is kept of a client, for them; `to` is who gets it in their chat."""

    client: Client
    to: Person
    asked_at: datetime
    by: StaffMember | None = None
    """A colleague who hands it over to a client who has no chat."""
    parts: list[str] = field(default_factory=list)
    """The ZIPs, by their names in our store; no other file is called so."""
    made_at: datetime | None = None
    cleared_at: datetime | None = None
    id: int = field(default=0)

    def must_be_over(self, now: datetime) -> None:
        """Raises Refusal: copy_asked_lately."""
        if now < self.asked_at + AGAIN_AFTER:
            raise Refusal("copy_asked_lately", at=self.asked_at + AGAIN_AFTER)
