"""Votes: three ideas are put to the staff or to the clients of a trip; everybody who is asked has one vote."""

from collections.abc import Sequence

from domain.entities.ideas import Ballot, Vote, VoteOption
from domain.entities.people import Right
from domain.notices.ideas import VOTE_CLOSED, VOTE_OPENED
from domain.ports.desk import Desk
from domain.queries.ideas import ballot_of_actor, tally, vote_plan
from domain.usecases.ideas.polls import count_kept, overtake, stop_polls
from domain.values.refusals import NotFound, Refusal


def open_vote(desk: Desk, numbers: Sequence[int], trip: int | None = None) -> Vote:
    """Everybody who may vote is asked. Raises Forbidden, NotFound, Refusal: three_wanted, nobody_to_ask."""
    plan = vote_plan(desk, numbers, trip)
    vote = Vote(desk.now, desk.actor.staff, plan.trip)
    desk.archive.votes.add(vote)
    desk.repositories.flush()
    for place, idea in enumerate(plan.ideas, 1):
        desk.archive.votes.offer(VoteOption(vote, idea, place))
        desk.note("idea", idea.id, "put_to_vote", vote=vote.id)
    for person in plan.voters:
        desk.archive.votes.ask(Ballot(vote, person, desk.now))
        desk.notify(person, VOTE_OPENED, str(vote.id), vote=vote.id)
    desk.repositories.flush()
    desk.note("vote", vote.id, "opened", asked=len(plan.voters))
    return vote


def cast_vote(desk: Desk, number: int, idea: int) -> Ballot:
    """One vote a person, which may change. Raises NotFound for who was not asked, Refusal: vote_closed."""
    vote = desk.archive.votes.locked(number)
    ballot = ballot_of_actor(desk, vote)
    chosen = next((one for one in desk.archive.votes.options(vote) if one.id == idea), None)
    if ballot is None or chosen is None:
        raise NotFound("no_such_vote")
    if not vote.is_open:
        raise Refusal("vote_closed")
    ballot.put(chosen, desk.now)
    overtake(desk, vote, ballot.person)
    desk.repositories.flush()
    return ballot


def close_vote(desk: Desk, number: int) -> Vote:
    """Everybody who was asked hears how it ended. Twice is fine. Raises Forbidden, NotFound."""
    desk.must(Right.JUDGE_IDEAS)
    vote = desk.archive.votes.locked(number)
    if not vote.is_open:
        return vote
    count_kept(desk, vote)
    vote.closed_at = desk.now
    stop_polls(desk, vote)
    ended = tally(desk, vote)
    desk.note("vote", vote.id, "closed", voted=ended.voted, asked=ended.asked)
    for ballot in desk.archive.votes.ballots(vote):
        desk.notify(ballot.person, VOTE_CLOSED, str(vote.id), vote=vote.id)
    return vote
