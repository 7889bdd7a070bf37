"""The timeline of a client: the whole relationship in order. It is read from the history, whose acts say as what they are told.

Each noun declares which of its acts are part of it, beside its class: what others add is told without a change here.
"""

from dataclasses import dataclass

from domain.declarations import declare
from domain.entities.rights import Right


@dataclass(frozen=True)
class TimelineKind:
    """Something that is told together, and may be told alone: talks, payments."""

    key: str
    """As it stands in the database, of at most 16 characters."""
    right: Right | None = None
    """Who reads it, among those who read clients; None: all of them."""

    def tells(self, subject: str, *acts: str) -> None:
        """Declares that these acts in the history of such a thing are told as this."""
        for act in acts:
            declare(TOLD_AS, (subject, act), self)


KINDS: dict[str, TimelineKind] = {}
"""By key, in the order in which they are offered."""
TOLD_AS: dict[tuple[str, str], TimelineKind] = {}
"""By subject and act."""


def timeline_kind(key: str, right: Right | None = None) -> TimelineKind:
    return declare(KINDS, key, TimelineKind(key, right))


TALKS = timeline_kind("talk")
CALLS = timeline_kind("call")
NOTES = timeline_kind("note")
INQUIRIES = timeline_kind("inquiry", Right.TAKE_INQUIRIES)
DEALS = timeline_kind("deal")
TRIPS = timeline_kind("trip")
PAYMENTS = timeline_kind("payment", Right.SEE_MONEY)
DOCUMENTS = timeline_kind("document")


def told_as(subject: str, act: str) -> str:
    """The key of its kind; empty for what is no part of the timeline."""
    kind = TOLD_AS.get((subject, act))
    return kind.key if kind else ""
