"""Ideas, votes and feedback, in memory."""

from collections.abc import Sequence
from datetime import datetime

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
from domain.ports.ideas import Feedbacks, Ideas, PollAnswers, VotePolls, Votes
from tests.memory.shelf import Shelf, Things, begins, in_memory, newest, page


class MemoryIdeas(Shelf[Idea]):
    kind, missing = Idea, "no_such_idea"

    def add(self, idea: Idea) -> None:
        self.hold(idea)
        self.things.flush()

    def latest(self, state: IdeaState | None = None, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        return page((one for one in self._newest() if state in {None, one.state}), limit, offset)

    def undecided(self, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        open_ = {IdeaState.NEW, IdeaState.PLANNED}
        return page((one for one in self._newest() if one.state in open_), limit, offset)

    def shown_to(self, person: Person, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        return page((one for one in self._newest() if self.is_shown_to(one, person)), limit, offset)

    def is_shown_to(self, idea: Idea, person: Person) -> bool:
        asked = {one.vote.id for one in self.things.of(Ballot) if one.person is person}
        offered = (one for one in self.things.of(VoteOption) if one.vote.id in asked)
        return idea.person is person or any(one.idea is idea for one in offered)

    def votes_for(self, idea: Idea) -> int:
        return sum(one.choice is idea for one in self.things.of(Ballot))

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        return page((one for one in self._newest() if begins(text, one.text)), limit, offset)

    def sees(self, thing: Idea) -> bool:
        return self.reaches(thing.branch)

    def _newest(self) -> list[Idea]:
        return newest(self.all_seen(), lambda one: one.id)


class MemoryVotes(Shelf[Vote]):
    kind, missing = Vote, "no_such_vote"

    def add(self, vote: Vote) -> None:
        self.hold(vote)

    def offer(self, option: VoteOption) -> None:
        self.things.hold(option)

    def ask(self, ballot: Ballot) -> None:
        self.things.hold(ballot)

    def options(self, vote: Vote) -> Sequence[Idea]:
        of_vote = (one for one in self.things.of(VoteOption) if one.vote is vote)
        return [one.idea for one in sorted(of_vote, key=lambda one: one.place)]

    def counts(self, vote: Vote) -> dict[int | None, int]:
        counted: dict[int | None, int] = {}
        for one in self.ballots(vote):
            choice = one.choice.id if one.choice else None
            counted[choice] = counted.get(choice, 0) + 1
        return counted

    def ballot(self, vote: Vote, person: Person) -> Ballot | None:
        return next((one for one in self.ballots(vote) if one.person is person), None)

    def ballots(self, vote: Vote) -> Sequence[Ballot]:
        return [one for one in self.things.of(Ballot) if one.vote is vote]

    def latest(self, limit: int = 8, offset: int = 0) -> Sequence[Vote]:
        return page(newest(self.all_seen(), lambda one: (one.opened_at, one.id)), limit, offset)

    def still_open(self, limit: int = 8) -> Sequence[Vote]:
        return page(newest((one for one in self.all_seen() if one.is_open), lambda one: one.id), limit)

    def for_voter(self, person: Person, limit: int = 8, offset: int = 0) -> Sequence[Vote]:
        asked = (one for one in self.all_seen() if self.ballot(one, person))
        return page(newest(asked, lambda one: one.id), limit, offset)


class MemoryVotePolls(Shelf[VotePoll]):
    kind, missing = VotePoll, "no_such_vote"

    def add(self, poll: VotePoll) -> None:
        self.hold(poll)

    def add_copy(self, copy: PollCopy) -> None:
        self.things.hold(copy)

    def vote_with_key(self, key: str) -> Vote | None:
        known: list[VotePoll | PollCopy] = [*self.all_seen(), *self.things.of(PollCopy)]
        return next((one.vote for one in known if one.key == key), None)

    def shown(self, vote: Vote) -> Sequence[VotePoll]:
        return [one for one in self.all_seen() if one.vote is vote and one.is_shown]


class MemoryPollAnswers(Shelf[PollAnswer]):
    kind, missing = PollAnswer, "not_found"

    def add(self, answer: PollAnswer) -> None:
        self.hold(answer)

    def remove(self, answer: PollAnswer) -> None:
        self.things.of(PollAnswer).remove(answer)

    def of(self, person: Person) -> Sequence[PollAnswer]:
        return [one for one in self.all_seen() if one.person is person]

    def about(self, vote: Vote) -> Sequence[PollAnswer]:
        return [one for one in self.all_seen() if self._asks(one) is vote]

    def countable(self, limit: int) -> Sequence[PollAnswer]:
        return page((one for one in self._oldest() if self._asks(one)), limit)

    def older_than(self, before: datetime, limit: int) -> Sequence[PollAnswer]:
        return page((one for one in self._oldest() if one.answered_at < before), limit)

    def _asks(self, answer: PollAnswer) -> Vote | None:
        return MemoryVotePolls(self.things, None).vote_with_key(answer.key)

    def _oldest(self) -> list[PollAnswer]:
        return sorted(self.all_seen(), key=lambda one: (one.answered_at, one.id))


class MemoryFeedbacks(Shelf[Feedback]):
    kind, missing = Feedback, "not_found"

    def add(self, feedback: Feedback) -> None:
        self.hold(feedback)

    def of(self, member: StaffMember) -> Feedback | None:
        return next((one for one in self.all_seen() if one.member is member), None)

    def to_ask(self, joined_before: datetime, limit: int) -> Sequence[StaffMember]:
        due = (
            one
            for one in self.things.of(StaffMember)
            if one.active and one.joined_at <= joined_before and self.of(one) is None
        )
        return page(sorted(due, key=lambda one: (one.joined_at, one.id)), limit)

    def words(self, limit: int = 8, offset: int = 0) -> Sequence[Feedback]:
        told = [one for one in self._answered() if one.word is not None]
        return page(newest(told, lambda one: (one.answered_at, one.id)), limit, offset)

    def means(self) -> FeedbackMeans:
        told = self._answered()
        marks = zip(*((one.speed or 0, one.ease or 0, one.calm or 0) for one in told), strict=True)
        return FeedbackMeans(len(told), *(sum(each) / len(told) for each in marks))

    def _answered(self) -> list[Feedback]:
        return [one for one in self.all_seen() if one.answered_at is not None]


@in_memory
def ideas(things: Things, reach: int | None) -> Ideas:
    return MemoryIdeas(things, reach)


@in_memory
def votes(things: Things, reach: int | None) -> Votes:
    return MemoryVotes(things, reach)


@in_memory
def vote_polls(things: Things, reach: int | None) -> VotePolls:
    return MemoryVotePolls(things, reach)


@in_memory
def poll_answers(things: Things, reach: int | None) -> PollAnswers:
    return MemoryPollAnswers(things, reach)


@in_memory
def feedback(things: Things, reach: int | None) -> Feedbacks:
    return MemoryFeedbacks(things, reach)
