"""What the trade asks of whoever keeps ideas, votes and feedback."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.ideas import (
    Ballot,
    Feedback,
    FeedbackMeans,
    Idea,
    IdeaState,
    PollAnswer,
    PollCopy,
    Vote,
    VoteOption,
    VotePoll,
)
from domain.entities.people import Person, StaffMember


class Ideas(Protocol):
    def get(self, number: int) -> Idea: ...
    def locked(self, number: int) -> Idea: ...
    def add(self, idea: Idea) -> None: ...
    def latest(self, state: IdeaState | None = None, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        """In this state, or in any; newest first."""

    def undecided(self, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        """New or planned, newest first."""

    def shown_to(self, person: Person, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        """Their own, and those they were asked to vote on; newest first."""

    def is_shown_to(self, idea: Idea, person: Person) -> bool: ...
    def votes_for(self, idea: Idea) -> int:
        """In all votes together."""

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        """By the beginnings of words in any script, newest first."""


class Votes(Protocol):
    def get(self, number: int) -> Vote: ...
    def locked(self, number: int) -> Vote: ...
    def add(self, vote: Vote) -> None: ...
    def offer(self, option: VoteOption) -> None: ...
    def ask(self, ballot: Ballot) -> None: ...
    def options(self, vote: Vote) -> Sequence[Idea]:
        """In the order in which they were chosen."""

    def counts(self, vote: Vote) -> dict[int | None, int]:
        """Ballots by the number of the idea they are for; None: asked, and not voted yet."""

    def ballot(self, vote: Vote, person: Person) -> Ballot | None: ...
    def ballots(self, vote: Vote) -> Sequence[Ballot]:
        """Of everybody who was asked, in that order."""

    def latest(self, limit: int = 8, offset: int = 0) -> Sequence[Vote]:
        """Newest first."""

    def still_open(self, limit: int = 8) -> Sequence[Vote]:
        """Newest first."""

    def for_voter(self, person: Person, limit: int = 8, offset: int = 0) -> Sequence[Vote]:
        """In which they were asked, newest first."""


class VotePolls(Protocol):
    def get(self, number: int) -> VotePoll: ...
    def locked(self, number: int) -> VotePoll: ...
    def add(self, poll: VotePoll) -> None: ...
    def add_copy(self, copy: PollCopy) -> None: ...
    def vote_with_key(self, key: str) -> Vote | None:
        """What the poll with this key asks about, whichever of the polls of one vote it is."""

    def shown(self, vote: Vote) -> Sequence[VotePoll]:
        """Those that stand open in groups, oldest first."""


class PollAnswers(Protocol):
    """Answers in polls that are not known yet."""

    def add(self, answer: PollAnswer) -> None: ...
    def remove(self, answer: PollAnswer) -> None: ...
    def of(self, person: Person) -> Sequence[PollAnswer]:
        """Locked, oldest first."""

    def about(self, vote: Vote) -> Sequence[PollAnswer]:
        """Those whose poll is known by now to ask about it. Locked, oldest first."""

    def countable(self, limit: int) -> Sequence[PollAnswer]:
        """Those whose poll is known by now; oldest first."""

    def older_than(self, before: datetime, limit: int) -> Sequence[PollAnswer]:
        """That have waited since before then. Locked."""


class Feedbacks(Protocol):
    def add(self, feedback: Feedback) -> None: ...
    def of(self, member: StaffMember) -> Feedback | None:
        """Locked."""

    def to_ask(self, joined_before: datetime, limit: int) -> Sequence[StaffMember]:
        """Who works here since then, and was never asked; in order of joining."""

    def words(self, limit: int = 8, offset: int = 0) -> Sequence[Feedback]:
        """Answers with a word, newest first."""

    def means(self) -> FeedbackMeans: ...
