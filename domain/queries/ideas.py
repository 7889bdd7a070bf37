"""Ideas as they are read: the owner's list, one's own, a vote as its voters see it, and how colleagues find the program."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.ideas import Ballot, Feedback, FeedbackMeans, Idea, IdeaState, Vote
from domain.entities.people import Person, Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.values.refusals import NotFound, Refusal

OPTIONS = 3
"""So many ideas are put to a vote."""


def ideas_shown(
    desk: Desk, state: IdeaState | None = None, limit: int = 8, offset: int = 0
) -> Sequence[Idea]:
    """Newest first: all in this state for who judges them; for anybody else their own and those they were asked to vote on."""
    person = desk.actor.person
    if desk.actor.may(Right.JUDGE_IDEAS):
        return desk.repositories.ideas.latest(state, limit, offset)
    return desk.archive.ideas.shown_to(person, limit, offset) if person else ()


@dataclass(frozen=True)
class IdeaCard:
    """An idea, and how many votes it has had."""

    idea: Idea
    votes: int


def idea_card(desk: Desk, number: int) -> IdeaCard:
    """Raises NotFound, also for what the actor is not shown."""
    idea = desk.archive.ideas.get(number)
    person = desk.actor.person
    if not desk.actor.may(Right.JUDGE_IDEAS) and not (
        person is not None and desk.archive.ideas.is_shown_to(idea, person)
    ):
        raise NotFound("no_such_idea")
    return IdeaCard(idea, desk.archive.ideas.votes_for(idea))


def idea_to_answer(desk: Desk, number: int) -> Idea:
    """Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.JUDGE_IDEAS)
    idea = desk.repositories.ideas.get(number)
    if idea.client is not None:
        idea.client.must_be_reachable()
    return idea


def ideas_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
    """By their words. Raises Forbidden."""
    desk.must(Right.JUDGE_IDEAS)
    return desk.repositories.ideas.search(text, limit, offset)


def who_reads(desk: Desk) -> list[str]:
    """The names of those, besides the actor, with whom an idea is once it is said."""
    able = desk.archive.staff.who_may(Right.JUDGE_IDEAS)
    return [member.name for member in able if member is not desk.actor.staff]


@dataclass(frozen=True)
class Tally:
    """The ideas of a vote with their votes, in the order in which they were chosen; of the `asked`, some `voted`."""

    counts: tuple[tuple[Idea, int], ...]
    asked: int
    voted: int


def tally(desk: Desk, vote: Vote) -> Tally:
    votes = desk.archive.votes.counts(vote)
    counts = tuple((idea, votes.get(idea.id, 0)) for idea in desk.archive.votes.options(vote))
    return Tally(counts, sum(votes.values()), sum(count for _idea, count in counts))


@dataclass(frozen=True)
class VoteCard:
    """A vote; `ballot` is the actor's own, if they were asked.

    `tells`: they may see how it stands. As long as it is open, a voter does so after voting.
    """

    vote: Vote
    tally: Tally
    ballot: Ballot | None
    tells: bool


def vote_card(desk: Desk, number: int) -> VoteCard:
    """For who judges ideas, and for who was asked. Raises NotFound."""
    vote = desk.archive.votes.get(number)
    ballot = ballot_of_actor(desk, vote)
    judges = desk.actor.may(Right.JUDGE_IDEAS)
    if ballot is None and not judges:
        raise NotFound("no_such_vote")
    has_voted = ballot is not None and ballot.choice is not None
    return VoteCard(vote, tally(desk, vote), ballot, judges or has_voted or not vote.is_open)


def ballot_of_actor(desk: Desk, vote: Vote) -> Ballot | None:
    """None for whoever was not asked, and for who left the staff that votes."""
    if desk.actor.person is None or (vote.trip is None and not desk.actor.is_staff):
        return None
    return desk.archive.votes.ballot(vote, desk.actor.person)


def votes_shown(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[Vote]:
    """Newest first: all for who judges ideas; for anybody else those in which they were asked."""
    person = desk.actor.person
    if desk.actor.may(Right.JUDGE_IDEAS):
        return desk.archive.votes.latest(limit, offset)
    return desk.archive.votes.for_voter(person, limit, offset) if person else ()


def votes_to_ask(desk: Desk, limit: int = 8) -> Sequence[Vote]:
    """Those a group can be asked about: open, newest first. Raises Forbidden."""
    desk.must(Right.JUDGE_IDEAS)
    return desk.archive.votes.still_open(limit)


def ideas_to_choose(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[Idea]:
    """Those that may be put to a vote, newest first. Raises Forbidden."""
    desk.must(Right.JUDGE_IDEAS)
    return desk.repositories.ideas.undecided(limit, offset)


@dataclass(frozen=True)
class VotePlan:
    """A vote that may be opened: between what, and who is asked."""

    ideas: Sequence[Idea]
    trip: Trip | None
    voters: Sequence[Person]


def vote_plan(desk: Desk, numbers: Sequence[int], trip: int | None = None) -> VotePlan:
    """Among the staff, or the clients of a trip. Raises Forbidden, NotFound, Refusal: three_wanted, nobody_to_ask."""
    desk.must(Right.JUDGE_IDEAS)
    if len(set(numbers)) != OPTIONS:
        raise Refusal("three_wanted")
    ideas = [desk.repositories.ideas.get(number) for number in dict.fromkeys(numbers)]
    of_trip = desk.repositories.trips.get(trip) if trip is not None else None
    voters = _clients_of(desk, of_trip) if of_trip else _colleagues(desk)
    if not voters:
        raise Refusal("nobody_to_ask")
    return VotePlan(ideas, of_trip, voters)


def _colleagues(desk: Desk) -> list[Person]:
    return [member.person for member in desk.archive.staff.active() if member.person.reachable]


def _clients_of(desk: Desk, trip: Trip) -> list[Person]:
    """Each once, however many deals they have on it."""
    deals = desk.archive.deals.of_trip(trip)
    clients = [deal.client for deal in deals if deal.is_open and deal.client.reachable]
    return list(dict.fromkeys(client.person for client in clients if client.person is not None))


def feedback_wanted(desk: Desk) -> Feedback:
    """What the actor was asked and has not told yet. Raises NotFound, Refusal: feedback_given."""
    member = desk.actor.staff if desk.actor.is_staff else None
    found = desk.archive.feedback.of(member) if member else None
    if found is None:
        raise NotFound("not_found")
    if found.answered_at is not None:
        raise Refusal("feedback_given")
    return found


@dataclass(frozen=True)
class FeedbackReport:
    """The means of all marks, and some of the words, newest first."""

    means: FeedbackMeans
    words: Sequence[Feedback]
    more: bool


def feedback_report(desk: Desk, limit: int = 8, offset: int = 0) -> FeedbackReport:
    """Raises Forbidden."""
    desk.must(Right.JUDGE_IDEAS)
    words = desk.archive.feedback.words(limit + 1, offset)
    return FeedbackReport(desk.archive.feedback.means(), words[:limit], len(words) > limit)
