"""Consents: that somebody knows how their data are kept, and that they want mailings; when, how, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember
from domain.values.language import Language


class ConsentKind(StrEnum):
    """What somebody agrees to."""

    PRIVACY = "privacy"
    MAILING = "mailing"


class Given(StrEnum):
    """How somebody agreed."""

    CHAT = "chat"
    """By a tap of their own."""
    WENT_ON = "went_on"
    """They were told, and went on."""
    PHONE = "phone"
    PAPER = "paper"


BY_STAFF = (Given.PHONE, Given.PAPER)
"""What staff note down of somebody else."""


@dataclass(eq=False)
class Consent:
    """Of a person in a chat, of a client on file, or of both."""

    kind: ConsentKind
    how: Given
    given_at: datetime
    person: Person | None = None
    client: Client | None = None
    version: int | None = None
    """Of the privacy notice."""
    language: Language | None = None
    """In which it was read."""
    by: StaffMember | None = None
    """Who noted it down; None: they said so themselves."""
    withdrawn_at: datetime | None = None
    withdrawn_by: StaffMember | None = None
    """None: they did it themselves."""
    id: int = field(default=0)

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None


def wants_mailings(consents: Sequence[Consent]) -> bool:
    """The last word counts: of two files that became one, one may have agreed and the other withdrawn."""
    mailing = [one for one in consents if one.kind is ConsentKind.MAILING]
    given = max((one.given_at for one in mailing if one.stands), default=None)
    withdrawn = max((one.withdrawn_at for one in mailing if one.withdrawn_at is not None), default=None)
    return given is not None and (withdrawn is None or given > withdrawn)
