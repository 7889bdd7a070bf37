"""Translations: of what a client has said for colleagues, and of a colleague's answer before it is sent."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.interactions import Interaction
from domain.entities.people import StaffMember
from domain.values.language import Language

TRIES = 2
"""So often the service is asked; then the words stay as they are."""
LONGEST = 3000
"""Characters that are translated: beyond that it takes longer than people wait."""


@dataclass(eq=False)
class Translation:
    """The original stands beside it, wherever it is shown."""

    client: Client
    text: str
    """As it was written."""
    into: Language
    asked_at: datetime
    interaction: Interaction | None = None
    """What the client has said; of a colleague's answer, the question."""
    staff: StaffMember | None = None
    """Whose answer it is to be; None: the client has said it."""
    translated: str | None = None
    tries: int = 0
    ended_at: datetime | None = None
    """Since when there is a translation, or there will be none."""
    sent_at: datetime | None = None
    """Since when the answer is with the client, translated or as it was written."""
    id: int = field(default=0)
