"""A vote asked in a group as a poll: its answers are ballots of the same vote, and who was not asked is not counted."""

from domain.entities.ideas import Ballot, VotePoll
from domain.entities.people import Right
from domain.notices.ideas import POLL_NOT_ASKED, VOTE_OPENED
from domain.ports.desk import Desk
from domain.queries.ideas import ballot_of_actor, votes_open
from domain.usecases.ideas.votes import cast_vote
from domain.values.refusals import NotFound, Refusal


def ask_in_group(desk: Desk, number: int, group: int) -> VotePoll:
    """To be asked there as a poll; one that stands there already ends, its answers count on.

    Raises Forbidden, NotFound, Refusal: vote_closed.
    """
    desk.must(Right.JUDGE_IDEAS)
    vote = desk.archive.votes.locked(number)
    if not vote.is_open:
        raise Refusal("vote_closed")
    poll = VotePoll(vote, group, desk.now)
    desk.archive.vote_polls.add(poll)
    desk.repositories.flush()
    desk.note("vote", vote.id, "asked_in_group")
    return poll


def poll_asked(desk: Desk, number: int, key: str, sent_as: int) -> None:
    """It stands in the group: from now on its answers are known by this key. Twice is fine."""
    poll = desk.archive.vote_polls.locked(number)
    if poll.key is None:
        poll.key, poll.sent_as = key, sent_as


def poll_refused(desk: Desk, number: int) -> None:
    """It cannot be asked there: whoever opened the vote hears of it, and of what to do."""
    poll = desk.archive.vote_polls.locked(number)
    poll.stopped_at = desk.now
    by = poll.vote.opened_by
    if by is not None:
        desk.notify(by.person, POLL_NOT_ASKED, str(poll.id), vote=poll.vote.id)


def poll_stopped(desk: Desk, number: int) -> None:
    """It is no longer open in the group. Raises Forbidden, NotFound."""
    desk.must(Right.JUDGE_IDEAS)
    poll = desk.archive.vote_polls.locked(number)
    poll.stopped_at = poll.stopped_at or desk.now


def answer_poll(desk: Desk, key: str, place: int | None) -> Ballot | None:
    """The ballot for the option at this place, counted from 0; None takes the vote back.

    A poll nobody knows (its number was lost with a process) does not count: who may vote is asked once more, in private.
    Raises NotFound for who was not asked, Refusal: vote_closed.
    """
    poll = desk.archive.vote_polls.with_key(key)
    if poll is None:
        for vote in votes_open(desk, limit=1):
            desk.notify(desk.actor.person, VOTE_OPENED, f"{vote.id}:{key}", vote=vote.id)
        return None
    if place is None:
        return _taken_back(desk, poll)
    options = desk.archive.votes.options(poll.vote)
    if not 0 <= place < len(options):
        raise NotFound("no_such_vote")
    return cast_vote(desk, poll.vote.id, options[place].id)


def _taken_back(desk: Desk, poll: VotePoll) -> Ballot:
    vote = desk.archive.votes.locked(poll.vote.id)
    ballot = ballot_of_actor(desk, vote)
    if ballot is None:
        raise NotFound("no_such_vote")
    if not vote.is_open:
        raise Refusal("vote_closed")
    ballot.choice, ballot.cast_at = None, None
    desk.repositories.flush()
    return ballot
