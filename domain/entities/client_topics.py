"""The topic of a client in a group of the staff, and the lines that are to be shown there."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.interactions import Interaction

LONGEST_NAME = 128
IN_DOUBT = timedelta(seconds=20)
"""So long we wait for Telegram to tell of a topic that somebody was opening when they died."""


@dataclass(eq=False)
class ClientTopic:
    """Opened with the first line, and once more when somebody has deleted it."""

    client: Client
    chat: int
    """The number of the group."""
    since: datetime
    name: str = ""
    thread: int | None = None
    """The number of the topic in its group; None: there is none yet, or no more."""
    asked_at: datetime | None = None
    """Since when Telegram is asked to open it."""
    ended_at: datetime | None = None
    """Since when nothing is shown there any more: the file was joined with another, or forgotten."""
    leased_until: datetime | None = None
    """Till then one process alone says something there."""
    id: int = field(default=0)

    def opened(self, thread: int) -> None:
        """Who only waited for Telegram to tell of it waits no longer."""
        if self.asked_at is not None and self.leased_until == self.asked_at + IN_DOUBT:
            self.leased_until = None
        self.thread, self.asked_at = thread, None

    def lost(self) -> None:
        """Somebody has deleted it."""
        self.thread = self.asked_at = None


class LineKind(StrEnum):
    """What a line of a topic does there."""

    SAID = "said"
    """Shows an interaction."""
    CHANGED = "changed"
    """Shows what became of an interaction that was shown before."""
    WISHED = "wished"
    """Shows an inquiry that has come."""
    TRANSLATED = "translated"
    """Shows what a client has said in the language of the group."""
    SENT_AS = "sent_as"
    """Tells whoever has written there what of it went to the client, in the client's language."""
    WORDS = "words"
    """Answers a message there in words of ours."""
    NOTED = "noted"
    """Marks a message there as a note."""
    DELIVERED = "delivered"
    """Marks a message there as soon as it is known whether the client has it."""
    HELD = "held"
    """Tells whoever has written there which colleague had taken the conversation."""
    JOINED = "joined"
    """Says with whose file it was joined, and closes the topic."""
    FORGOTTEN = "forgotten"
    """Deletes the topic."""


SHOWN = (LineKind.SAID, LineKind.CHANGED, LineKind.WISHED, LineKind.TRANSLATED)
"""What is shown to all, and answers no message there."""


@dataclass(eq=False)
class TopicLine:
    """It waits until it was sent; nothing is lost that comes late."""

    topic: ClientTopic
    kind: LineKind
    due_at: datetime
    interaction: Interaction | None = None
    message: int | None = None
    """The message there that it is about; of what was shown, the one that shows it."""
    text: str | None = None
    number: int | None = None
    """Of the inquiry or the translation that it shows."""
    sent_at: datetime | None = None
    id: int = field(default=0)
