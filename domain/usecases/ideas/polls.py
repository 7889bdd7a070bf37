"""A vote asked in a group as a poll: its answers are ballots of the same vote, and who was not asked is not counted.

The key of a poll is known once it was sent. A sender that dies before it has written the key down sends another, and
answers in the first are of a poll that nobody knows: they wait until an update about it shows what it asks.
"""

from datetime import timedelta

from domain.entities.ideas import Ballot, PollAnswer, PollCopy, Vote, VotePoll
from domain.entities.people import Person, Right
from domain.notices.ideas import POLL_NOT_ASKED, VOTE_POLL, VOTE_POLL_STOPPED
from domain.ports.desk import Desk
from domain.values.refusals import NotFound, Refusal

KEPT_FOR = timedelta(days=1)
"""An answer waits so long for its poll to be known."""
PORTION = 50


def ask_in_group(desk: Desk, number: int, group: int) -> VotePoll:
    """To be asked there as a poll. Raises Forbidden, NotFound, Refusal: vote_closed."""
    desk.must(Right.JUDGE_IDEAS)
    vote = desk.archive.votes.locked(number)
    if not vote.is_open:
        raise Refusal("vote_closed")
    poll = VotePoll(vote, group, desk.now, asked_by=desk.actor.staff)
    desk.archive.vote_polls.add(poll)
    desk.archive.flush()
    desk.notify(poll.by, VOTE_POLL, str(poll.id), poll=poll.id)
    desk.note("vote", vote.id, "asked_in_group")
    return poll


def poll_asked(desk: Desk, number: int, key: str, sent_as: int) -> None:
    """It stands in the group. One that stands there already ends, and so does this one when the vote was closed meanwhile."""
    poll = desk.archive.vote_polls.get(number)
    vote = desk.archive.votes.locked(poll.vote.id)
    poll.key, poll.sent_as = key, sent_as
    desk.archive.flush()
    count_kept(desk, vote)
    there = [one for one in desk.archive.vote_polls.shown(vote) if one.group == poll.group]
    for one in there[:-1] if vote.is_open else there:
        _stop(desk, one)


def poll_refused(desk: Desk, number: int) -> None:
    """It cannot be asked there: whoever brought the vote hears of it, and of what to do."""
    poll = desk.archive.vote_polls.locked(number)
    poll.stopped_at = desk.now
    desk.notify(poll.by, POLL_NOT_ASKED, str(poll.id), vote=poll.vote.id)


def poll_recognised(desk: Desk, key: str, number: int) -> None:
    """A poll of ours was seen that asks about this vote; mostly that is known."""
    if desk.archive.vote_polls.vote_with_key(key) is not None:
        return
    try:
        vote = desk.archive.votes.locked(number)
    except NotFound:
        return
    if desk.archive.vote_polls.vote_with_key(key) is None:  # nobody else has done the same meanwhile
        desk.archive.vote_polls.add_copy(PollCopy(key, vote))
        desk.archive.flush()
    count_kept(desk, vote)


def answer_poll(desk: Desk, key: str, place: int | None) -> None:
    """The actor's answer, counted from 0, or taken back; the last one counts, wherever it was given.

    Of whoever was not asked in this vote it is not counted, and nobody is told.
    """
    person = desk.actor.person
    assert person is not None
    vote = desk.archive.vote_polls.vote_with_key(key)
    if vote is not None:
        _count(desk, desk.archive.votes.locked(vote.id), person, place)
        return
    for before in desk.archive.poll_answers.of(person):
        if before.key == key:
            desk.archive.poll_answers.remove(before)
    desk.archive.flush()  # the new one has a higher number
    desk.archive.poll_answers.add(PollAnswer(key, person, desk.now, place))


def count_answers(desk: Desk) -> int:
    """Those that came while their poll became known; how many. What waited for too long is forgotten."""
    found = desk.archive.poll_answers.countable(PORTION)
    about = (desk.archive.vote_polls.vote_with_key(answer.key) for answer in found)
    for number in sorted({vote.id for vote in about if vote is not None}):
        count_kept(desk, desk.archive.votes.locked(number))
    useless = desk.archive.poll_answers.older_than(desk.now - KEPT_FOR, PORTION)
    for answer in useless:
        desk.archive.poll_answers.remove(answer)
    desk.archive.flush()
    return len(found) + len(useless)


def count_kept(desk: Desk, vote: Vote) -> None:
    """Answers about this vote that still wait; the vote is held."""
    for answer in desk.archive.poll_answers.about(vote):
        if vote.id not in answer.overtaken:
            _count(desk, vote, answer.person, answer.place, answer)
        desk.archive.poll_answers.remove(answer)
    desk.archive.flush()


def _count(
    desk: Desk, vote: Vote, person: Person, place: int | None, waited: PollAnswer | None = None
) -> None:
    """Whether it is counted or not: what was chosen before does not count any more."""
    overtake(desk, vote, person, waited)
    ballot = _ballot_of(desk, vote, person) if vote.is_open else None
    if ballot is None:
        return
    options = desk.archive.votes.options(vote)
    if place is None:
        ballot.put(None, desk.now)
    elif 0 <= place < len(options):
        ballot.put(options[place], desk.now)
    desk.archive.flush()


def overtake(desk: Desk, vote: Vote, person: Person, by: PollAnswer | None = None) -> None:
    """The person has chosen in this vote: answers of theirs that waited before `by` count in it no more.

    By their order, and not by clocks: those of two processes may differ.
    """
    for answer in desk.archive.poll_answers.of(person):
        if by is None or answer.id < by.id:
            answer.overtaken = [*answer.overtaken, vote.id]


def _ballot_of(desk: Desk, vote: Vote, person: Person) -> Ballot | None:
    """None for whoever was not asked, and for who left the staff that votes."""
    member = desk.archive.staff.of(person)
    if vote.trip is None and (member is None or not member.active):
        return None
    return desk.archive.votes.ballot(vote, person)


def stop_polls(desk: Desk, vote: Vote) -> None:
    """Those that stand in groups; one that is under way is stopped when it is there."""
    for poll in desk.archive.vote_polls.shown(vote):
        _stop(desk, poll)


def _stop(desk: Desk, poll: VotePoll) -> None:
    poll.stopped_at = desk.now
    desk.notify(poll.by, VOTE_POLL_STOPPED, str(poll.id), poll=poll.id)
