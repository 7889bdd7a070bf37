"""Ideas: what staff would have better and clients wish for, votes on three of them, and how colleagues find the program."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from domain.entities.clients import Client
from domain.entities.history import EVERYBODYS, OF_ITS_BRANCH, history_of
from domain.entities.people import Person, StaffMember
from domain.entities.rights import Right
from domain.entities.trips import Trip
from domain.values.numbers import NumberOf

history_of("idea", reach=OF_ITS_BRANCH, right=Right.JUDGE_IDEAS)
history_of("vote", reach=EVERYBODYS, right=Right.JUDGE_IDEAS)

IdeaNumber = Annotated[int, NumberOf("idea")]
VoteNumber = Annotated[int, NumberOf("vote")]


class IdeaState(StrEnum):
    """What the owner has decided about an idea."""

    NEW = "new"
    PLANNED = "planned"
    DONE = "done"
    DECLINED = "no"


@dataclass(eq=False)
class Idea:
    """Somebody's own words; `staff` or `client` says as whom they spoke."""

    person: Person
    text: str
    said_at: datetime
    staff: StaffMember | None = None
    client: Client | None = None
    branch: int | None = None
    """Of a colleague's idea: the branch they worked in."""
    state: IdeaState = IdeaState.NEW
    answer: str | None = None
    answered_at: datetime | None = None
    id: int = field(default=0)

    @property
    def author(self) -> str:
        """The name of who said it."""
        told = self.staff or self.client or self.person
        return told.name

    @property
    def still_theirs(self) -> bool:
        """Whether the author is still who they spoke as: works here, or has this client's file."""
        if self.staff is not None:
            return self.staff.active
        return self.client is None or self.client.person is self.person

    def reply(self, words: str, now: datetime) -> None:
        """Raises Refusal: client_unreachable."""
        if self.client is not None:
            self.client.must_be_reachable()
        self.answer, self.answered_at = words, now


@dataclass(eq=False)
class Vote:
    """Three ideas between which the staff, or the clients of one trip, choose until it is closed."""

    opened_at: datetime
    opened_by: StaffMember | None = None
    trip: Trip | None = None
    closed_at: datetime | None = None
    id: int = field(default=0)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


@dataclass(eq=False)
class VoteOption:
    """One of the ideas of a vote."""

    vote: Vote
    idea: Idea
    place: int
    """1 stands first."""
    id: int = field(default=0)


@dataclass(eq=False)
class Ballot:
    """One person's vote, from when they were asked; `choice` may change until the vote is closed."""

    vote: Vote
    person: Person
    asked_at: datetime
    choice: Idea | None = None
    cast_at: datetime | None = None
    """When it was cast, changed or taken back last."""
    id: int = field(default=0)

    def put(self, choice: Idea | None, now: datetime) -> None:
        """None takes it back."""
        self.choice, self.cast_at = choice, now


@dataclass(eq=False)
class VotePoll:
    """A vote as it is asked in a group chat: who was asked to vote answers there too, and has one ballot all the same."""

    vote: Vote
    group: int
    """The number of the group."""
    asked_at: datetime
    key: str | None = None
    """By which its answers are known; None until it has gone out."""
    sent_as: int | None = None
    """What it became in the group, by a number: it is stopped by it."""
    stopped_at: datetime | None = None
    asked_by: StaffMember | None = None
    """Who brought the vote into the group, and hears when it cannot be asked there."""
    id: int = field(default=0)

    @property
    def by(self) -> Person | None:
        """Who brought it there, or else opened the vote."""
        member = self.asked_by or self.vote.opened_by
        return member.person if member else None

    @property
    def is_shown(self) -> bool:
        """Whether it stands open in the group, as far as we know."""
        return self.sent_as is not None and self.stopped_at is None


@dataclass(eq=False)
class PollCopy:
    """A second poll in a group: its sender died before its key was written down, and the vote was asked once more."""

    key: str
    vote: Vote
    id: int = field(default=0)


@dataclass(eq=False)
class PollAnswer:
    """An answer in a poll of which nobody knows yet what it asks: it waits until that is known."""

    key: str
    """Of the poll."""
    person: Person
    answered_at: datetime
    place: int | None = None
    """0 stands first; None: taken back."""
    overtaken: list[int] = field(default_factory=list)
    """The votes in which this person has chosen something since: there it does not count any more."""
    id: int = field(default=0)


@dataclass(eq=False)
class Feedback:
    """How a colleague finds the program, asked once: marks from 1 to 5, and a word if they like."""

    member: StaffMember
    asked_at: datetime
    speed: int | None = None
    ease: int | None = None
    calm: int | None = None
    """How seldom it annoys."""
    word: str | None = None
    answered_at: datetime | None = None
    id: int = field(default=0)


@dataclass(frozen=True)
class FeedbackMeans:
    """The means of all marks given; of no answers they are 0."""

    count: int
    speed: float = 0
    ease: float = 0
    calm: float = 0
