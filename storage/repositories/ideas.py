"""Ideas, votes, and how colleagues find the program."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Select, exists, func, or_, select

from domain.declarations import declare
from domain.entities.branches import within
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
from storage.mapping import staff_members
from storage.mapping.ideas import (
    ballots,
    feedback,
    ideas,
    poll_answers,
    poll_copies,
    vote_options,
    vote_polls,
    votes,
)
from storage.repositories.loads import one
from storage.repositories.reach import BRANCHED, Conditions, reached
from storage.repositories.repository import Repository
from storage.search.tokens import add_tokens, matching, text_tokens, text_words

_NEWEST = ideas.c.id.desc()
_OLDEST = (poll_answers.c.answered_at, poll_answers.c.id)
_VOTE = one("vote", one("opened_by", one("person")), one("trip"))
_IDEA = (one("person"), one("staff", one("person")), one("client", one("person")))


class SqlIdeas(Repository[Idea]):
    kind, table, missing = Idea, ideas, "no_such_idea"
    loads = _IDEA

    def add(self, thing: Idea, /) -> None:
        self.session.add(thing)
        self.session.flush()
        add_tokens(self.session, "idea", thing.id, text_tokens(thing.text))

    def latest(self, state: IdeaState | None = None, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        found = self._reached()
        if state is not None:
            found = found.where(ideas.c.state == state)
        return self._list(found.order_by(_NEWEST).limit(limit).offset(offset))

    def undecided(self, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        found = self._reached().where(ideas.c.state.in_([IdeaState.NEW, IdeaState.PLANNED]))
        return self._list(found.order_by(_NEWEST).limit(limit).offset(offset))

    def shown_to(self, person: Person, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        found = self._reached().where(or_(ideas.c.person_id == person.id, ideas.c.id.in_(_asked(person))))
        return self._list(found.order_by(_NEWEST).limit(limit).offset(offset))

    def is_shown_to(self, idea: Idea, person: Person) -> bool:
        if idea.person is person:
            return True
        about = _asked(person).where(vote_options.c.idea_id == idea.id)
        return self.session.scalar(about.limit(1)) is not None

    def votes_for(self, idea: Idea) -> int:
        counted = select(func.count()).select_from(ballots).where(ballots.c.choice_id == idea.id)
        return self.session.scalar(counted) or 0

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
        words = text_words(text)
        if not words:
            return []
        found = self._reached().where(*matching("idea", ideas.c.id, words)).order_by(_NEWEST)
        return self._list(found.limit(limit).offset(offset))

    def _reached(self) -> Select[tuple[Idea]]:
        return self._all().where(*reached(ideas.c.branch_id, self.reach))

    def _within_reach(self, thing: Idea) -> bool:
        return within(self.reach, thing.branch)


def _asked(person: Person) -> Select[tuple[int]]:
    """The numbers of the ideas this person was asked to vote on."""
    offered = vote_options.join(ballots, ballots.c.vote_id == vote_options.c.vote_id)
    return select(vote_options.c.idea_id).select_from(offered).where(ballots.c.person_id == person.id)


def _of_reached_idea(number: Column[int], reach: int | None) -> Conditions:
    if reach is None:
        return ()
    return (exists().where(ideas.c.id == number, *reached(ideas.c.branch_id, reach)),)


declare(BRANCHED, "idea", _of_reached_idea)


class _Options(Repository[VoteOption]):
    kind, table, missing = VoteOption, vote_options, "not_found"
    loads = (one("idea", *_IDEA),)

    def of(self, vote: Vote) -> Sequence[Idea]:
        chosen = self._all().where(vote_options.c.vote_id == vote.id).order_by(vote_options.c.place)
        return [each.idea for each in self._list(chosen)]


class _Ballots(Repository[Ballot]):
    kind, table, missing = Ballot, ballots, "not_found"
    loads = (one("person"), one("choice", *_IDEA))

    def of(self, vote: Vote, *besides: ColumnElement[bool]) -> Sequence[Ballot]:
        return self._list(self._all().where(ballots.c.vote_id == vote.id, *besides).order_by(ballots.c.id))


class SqlVotes(Repository[Vote]):
    kind, table, missing = Vote, votes, "no_such_vote"
    loads = (one("opened_by", one("person")), one("trip"))

    def offer(self, option: VoteOption) -> None:
        self.session.add(option)

    def ask(self, ballot: Ballot) -> None:
        self.session.add(ballot)

    def options(self, vote: Vote) -> Sequence[Idea]:
        return _Options(self.session).of(vote)

    def counts(self, vote: Vote) -> dict[int | None, int]:
        counted = select(ballots.c.choice_id, func.count()).where(ballots.c.vote_id == vote.id)
        rows = self.session.execute(counted.group_by(ballots.c.choice_id))
        return {row[0]: row[1] for row in rows}

    def ballot(self, vote: Vote, person: Person) -> Ballot | None:
        return next(iter(_Ballots(self.session).of(vote, ballots.c.person_id == person.id)), None)

    def ballots(self, vote: Vote) -> Sequence[Ballot]:
        return _Ballots(self.session).of(vote)

    def latest(self, limit: int = 8, offset: int = 0) -> Sequence[Vote]:
        newest = self._all().order_by(votes.c.opened_at.desc(), votes.c.id.desc())
        return self._list(newest.limit(limit).offset(offset))

    def still_open(self, limit: int = 8) -> Sequence[Vote]:
        newest = self._all().where(votes.c.closed_at.is_(None)).order_by(votes.c.id.desc())
        return self._list(newest.limit(limit))

    def for_voter(self, person: Person, limit: int = 8, offset: int = 0) -> Sequence[Vote]:
        asked = select(ballots.c.vote_id).where(ballots.c.person_id == person.id)
        newest = self._all().where(votes.c.id.in_(asked)).order_by(votes.c.id.desc())
        return self._list(newest.limit(limit).offset(offset))


class _Copies(Repository[PollCopy]):
    kind, table, missing = PollCopy, poll_copies, "not_found"
    loads = (_VOTE,)

    def with_key(self, key: str) -> PollCopy | None:
        return self._first(self._all().where(poll_copies.c.key == key))


class SqlVotePolls(Repository[VotePoll]):
    kind, table, missing = VotePoll, vote_polls, "no_such_vote"
    loads = (_VOTE, one("asked_by", one("person")))

    def add_copy(self, copy: PollCopy) -> None:
        self.session.add(copy)

    def vote_with_key(self, key: str) -> Vote | None:
        poll = self._first(self._all().where(vote_polls.c.key == key))
        copy = None if poll else _Copies(self.session).with_key(key)
        return poll.vote if poll else copy.vote if copy else None

    def shown(self, vote: Vote) -> Sequence[VotePoll]:
        column = vote_polls.c
        there = self._all().where(
            column.vote_id == vote.id, column.message.is_not(None), column.stopped_at.is_(None)
        )
        return self._list(there.order_by(column.id))


class SqlPollAnswers(Repository[PollAnswer]):
    kind, table, missing = PollAnswer, poll_answers, "not_found"
    loads = (one("person"),)

    def of(self, person: Person) -> Sequence[PollAnswer]:
        return self._waiting(poll_answers.c.person_id == person.id)

    def about(self, vote: Vote) -> Sequence[PollAnswer]:
        asked = select(vote_polls.c.key).where(vote_polls.c.vote_id == vote.id)
        again = select(poll_copies.c.key).where(poll_copies.c.vote_id == vote.id)
        return self._waiting(poll_answers.c.key.in_(asked.union_all(again)))

    def countable(self, limit: int) -> Sequence[PollAnswer]:
        known = or_(
            exists().where(vote_polls.c.key == poll_answers.c.key),
            exists().where(poll_copies.c.key == poll_answers.c.key),
        )
        return self._list(self._all().where(known).order_by(*_OLDEST).limit(limit))

    def older_than(self, before: datetime, limit: int) -> Sequence[PollAnswer]:
        old = self._all().where(poll_answers.c.answered_at < before)
        return self._list(self._held(old.order_by(*_OLDEST).limit(limit)))

    def _waiting(self, which: ColumnElement[bool]) -> Sequence[PollAnswer]:
        return self._list(self._held(self._all().where(which).order_by(poll_answers.c.id)))


class _Colleagues(Repository[StaffMember]):
    kind, table, missing = StaffMember, staff_members, "no_such_staff_member"
    loads = (one("person"),)

    def never_asked(self, joined_before: datetime, limit: int) -> Sequence[StaffMember]:
        never = ~exists().where(feedback.c.member_id == staff_members.c.id)
        since = staff_members.c.joined_at
        due = self._all().where(staff_members.c.left_at.is_(None), since <= joined_before, never)
        return self._list(due.order_by(since, staff_members.c.id).limit(limit))


class SqlFeedbacks(Repository[Feedback]):
    kind, table, missing = Feedback, feedback, "not_found"
    loads = (one("member", one("person")),)

    def of(self, member: StaffMember) -> Feedback | None:
        return self._first(self._held(self._all().where(feedback.c.member_id == member.id)))

    def to_ask(self, joined_before: datetime, limit: int) -> Sequence[StaffMember]:
        return _Colleagues(self.session).never_asked(joined_before, limit)

    def words(self, limit: int = 8, offset: int = 0) -> Sequence[Feedback]:
        told = self._all().where(feedback.c.answered_at.is_not(None), feedback.c.word.is_not(None))
        newest = told.order_by(feedback.c.answered_at.desc(), feedback.c.id.desc())
        return self._list(newest.limit(limit).offset(offset))

    def means(self) -> FeedbackMeans:
        marks = (
            func.coalesce(func.avg(mark), 0) for mark in (feedback.c.speed, feedback.c.ease, feedback.c.calm)
        )
        told = select(func.count(), *marks).where(feedback.c.answered_at.is_not(None))
        count, *means = self.session.execute(told).one()
        return FeedbackMeans(count, *(float(mean) for mean in means))
