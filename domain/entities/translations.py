"""Translations: of what a client has said for colleagues, and of a colleague's answer before it is sent."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.interactions import Interaction, Source
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
    source: Source | None = None
    """The message in a client's topic that it was written in: it goes out from there as soon as it is translated."""
    id: int = field(default=0)

    @property
    def both(self) -> str:
        """As it goes to the client: the original stands below. Without a translation as it was written."""
        return self.text if self.translated is None else f"{self.translated}\n\n🌐 {self.text}"
