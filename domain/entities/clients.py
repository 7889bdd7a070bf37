"""Clients: who pays and is reached, with or without Telegram, and what was said between us."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.entities.history import EVERYBODYS, history_of
from domain.entities.people import Person, StaffMember
from domain.entities.rights import Right

if TYPE_CHECKING:
    from domain.entities.deals import Deal
    from domain.entities.inquiries import Inquiry

history_of("client", reach=EVERYBODYS, right=Right.SEE_DEALS)


@dataclass(eq=False)
class Client:
    """Who pays and is reached. `phone` is in E.164 form ("+359888123456"); `person` is None without Telegram."""

    name: str
    phone: str | None
    known_since: datetime
    person: Person | None = None
    id: int = field(default=0)

    @property
    def reachable(self) -> bool:
        """Whether a message of ours can arrive."""
        return self.person is not None and self.person.reachable


class Said(StrEnum):
    """The ways a word passes between client and agency."""

    QUESTION = "question"
    ANSWER = "answer"
    CALL = "call"
    NOTE = "note"


@dataclass(eq=False)
class Interaction:
    """One thing said between a client and the agency, kept with the inquiry or deal it was about."""

    client: Client
    how: Said
    text: str
    at: datetime
    staff: StaffMember | None = None
    inquiry: "Inquiry | None" = None
    deal: "Deal | None" = None
    id: int = field(default=0)
