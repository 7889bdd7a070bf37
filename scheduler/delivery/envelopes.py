"""A notice on its way: worded, addressed, and how it ended."""

from dataclasses import dataclass

from locales import Voice
from scheduler.delivery.outcomes import Outcome
from scheduler.notices.message_content import MessageContent

PERHAPS_SAID = "perhaps said before"
"""Kept with a notice whose line broke on the way: it was said again, and may have been heard twice."""

IN_ORDER = 6
"""Failures after which a notice lets later ones to the same person pass."""


@dataclass(frozen=True)
class Envelope:
    """A notice ready to be sent: to which chat, in which voice, and how often it was tried. No content: say nothing.

    `outcome` is there when it ended before it began.
    """

    notice: int
    chat: int
    voice: Voice
    attempts: int
    content: MessageContent | None
    why: str = ""
    outcome: Outcome | None = None
    kind: str = ""
    trace: str | None = None
    perhaps_said: bool = False

    @property
    def keeps_order(self) -> bool:
        """Whether later ones to the same person wait for it: what goes to a group is no part of what they read."""
        in_group = self.content is not None and self.content.group is not None
        return not in_group and self.attempts < IN_ORDER
