"""Conversations: with each client, who waits for whose word, since when, and which colleague has it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.interactions import Medium
from domain.entities.people import Right, StaffMember

FIRST_WORDS = 200
"""So much of what was said last is kept with a conversation, for lists."""


class Waits(StrEnum):
    """Whose word is expected."""

    FOR_US = "us"
    FOR_CLIENT = "client"
    FOR_NOBODY = "nobody"


class Queue(StrEnum):
    """What a client waits for us with: the agency may answer each within a time of its own."""

    INQUIRIES = "inquiries"
    GROUPS = "groups"
    DEALS = "deals"
    OTHERS = "others"


class Urgency(StrEnum):
    """How long a client has waited for us, beside how long they may."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True)
class Word:
    """What a client has said last, and what it is about, by the numbers of those things."""

    at: datetime
    text: str
    queue: Queue = Queue.OTHERS
    branch: int | None = None
    question: int | None = None
    inquiry: int | None = None
    deal: int | None = None
    medium: Medium | None = None
    looks_after: StaffMember | None = None
    """Whose it is without anybody's taking it."""


@dataclass(eq=False)
class Conversation:
    """With one client; it is never over, only nobody waits. What it is about is told by numbers."""

    client: Client
    waits: Waits
    since: datetime
    """When the client said what waits for us; of what waits for them, when we did."""
    words: str = ""
    """The beginning of that."""
    medium: Medium | None = None
    """What it was, when it was not words alone."""
    queue: Queue = Queue.OTHERS
    branch: int | None = None
    question: int | None = None
    inquiry: int | None = None
    deal: int | None = None
    holder: StaffMember | None = None
    """Whose it is: who has taken it or was given it, else who looks after what it is about."""
    taken_at: datetime | None = None
    """Since when, if they have taken it or were given it."""
    soon_at: datetime | None = None
    """Half of the time in which we answer has passed then."""
    due_at: datetime | None = None
    """And all of it."""
    alarm_at: datetime | None = None
    """When somebody hears of it next; None: nobody does."""
    alarms: int = 0
    """How often somebody has heard of it."""
    id: int = field(default=0)

    @property
    def waits_for_us(self) -> bool:
        return self.waits is Waits.FOR_US

    @property
    def taken_by(self) -> StaffMember | None:
        """Who has said that they see to it, as long as it waits and they work here."""
        taken = self.waits_for_us and self.taken_at is not None
        return self.holder if taken and self.holder is not None and self.holder.active else None

    def urgency(self, now: datetime) -> Urgency:
        if not self.waits_for_us or self.soon_at is None or self.due_at is None or now < self.soon_at:
            return Urgency.CALM
        return Urgency.LATE if now >= self.due_at else Urgency.SOON

    def hear(self, word: Word) -> bool:
        """The client has said something. Whether the time in which we answer begins anew.

        Lines that follow one another count from the last. Who asks again because nobody answers is not put off by it.
        """
        begins = self.urgency(word.at) is Urgency.CALM
        if not self.waits_for_us:
            self.taken_at = None
        self.about(word)
        if begins:
            self.since = word.at
        return begins

    def about(self, word: Word) -> None:
        """It waits for us with this."""
        self.waits, self.words, self.medium = Waits.FOR_US, first_words(word.text), word.medium
        self.queue = word.queue
        self.branch, self.question, self.inquiry, self.deal = (
            word.branch,
            word.question,
            word.inquiry,
            word.deal,
        )
        if self.holder is None or not may_hold(self.holder, self.branch):
            self.holder, self.taken_at = word.looks_after, None
        elif self.taken_at is None and word.looks_after is not None:
            self.holder = word.looks_after

    def hold(self, member: StaffMember, now: datetime) -> None:
        """They see to it. The time in which we answer goes on."""
        self.holder, self.taken_at = member, now

    def let_go(self) -> None:
        self.holder = self.taken_at = None

    def answered(self, text: str, by: StaffMember | None, now: datetime) -> None:
        """We have written: the client's turn. Whoever answers what nobody has taken has it from now on."""
        if by is not None and self.taken_by is None:
            self.holder = by
        self.rest(Waits.FOR_CLIENT, now)
        self.words, self.medium = first_words(text), None

    def rest(self, waits: Waits, now: datetime) -> None:
        """Nobody waits for us any more."""
        self.waits, self.since, self.taken_at = waits, now, None
        self.soon_at = self.due_at = self.alarm_at = None
        self.alarms = 0


def first_words(text: str) -> str:
    """On one line."""
    return " ".join(text.split())[:FIRST_WORDS]


def may_hold(member: StaffMember, branch: int | None) -> bool:
    """What belongs to this branch."""
    return member.may(Right.ANSWER_CLIENTS) and member.sees(branch)
