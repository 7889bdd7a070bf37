"""Ideas, votes and feedback: what the tests that walk everything need to know of them."""

from itertools import count

from domain.entities.ideas import (
    Ballot,
    Feedback,
    Idea,
    IdeaState,
    PollAnswer,
    PollCopy,
    Vote,
    VoteOption,
    VotePoll,
)
from domain.notices.ideas import (
    FEEDBACK_WANTED,
    IDEA_ANSWERED,
    IDEA_MARKED,
    IDEA_SAID,
    POLL_NOT_ASKED,
    VOTE_CLOSED,
    VOTE_OPENED,
    VOTE_POLL,
    VOTE_POLL_STOPPED,
)
from domain.queries import ideas as queries
from domain.usecases.ideas import feedback, ideas, polls, votes
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON

everybodys("votes", "poll_answers", "feedback")
_numbers = count(1)
GROUP = -1009
"""Where polls are asked."""


@new_one
def idea() -> Idea:
    return Idea(things.person(), "Fewer taps", NOON)


@new_one
def vote() -> Vote:
    return Vote(NOON)


@new_one
def option() -> VoteOption:
    return VoteOption(vote(), idea(), 1)


@new_one
def ballot() -> Ballot:
    return Ballot(vote(), things.person(), NOON)


@new_one
def poll() -> VotePoll:
    return VotePoll(vote(), -1, NOON)


@new_one
def copy() -> PollCopy:
    return PollCopy(f"copy {next(_numbers)}", vote())


@new_one
def answer() -> PollAnswer:
    return PollAnswer(f"unknown {next(_numbers)}", things.person(), NOON)


@new_one
def marks() -> Feedback:
    return Feedback(things.member(), NOON)


@one_more
def put_to_vote(few: Few) -> None:
    records, person = few.records, few.client.person
    assert person is not None
    idea = Idea(person, "Fewer taps", NOON, client=few.client)
    records.ideas.add(idea)
    records.ideas.add(Idea(few.member.person, "More phones", NOON, few.member, branch=1))
    vote = Vote(NOON, few.member)
    records.votes.add(vote)
    records.vote_polls.add(VotePoll(vote, -1, NOON, f"poll {next(_numbers)}", 1))
    records.vote_polls.add_copy(PollCopy(f"copy {next(_numbers)}", vote))
    records.poll_answers.add(PollAnswer(f"unknown {next(_numbers)}", person, NOON, 1))
    records.votes.offer(VoteOption(vote, idea, 1))
    records.votes.ask(Ballot(vote, person, NOON, idea))
    records.feedback.add(Feedback(things.member("Eva"), NOON, 5, 4, 3, "taps", NOON))


@in_each_branch
def ideas_and_a_vote(its: Branched) -> dict[str, int]:
    """The first idea is a colleague's; the client is asked to vote on it, and on the two others."""
    records, now, person = its.desk.repositories, its.desk.now, its.client.person
    assert person is not None
    said = [
        Idea(its.lead.person, f"{its.words} one", now, its.lead, branch=its.number),
        Idea(person, f"{its.words} two", now, client=its.client),
        Idea(its.lead.person, f"{its.words} three", now, its.lead, branch=its.number),
    ]
    for idea in said:
        records.ideas.add(idea)
        its.desk.note("idea", idea.id, "answered", text=its.words)
    vote, poll = _vote(its, said)
    return {
        "idea": said[0].id,
        "wish": said[1].id,
        "third": said[2].id,
        "vote": vote.id,
        "poll": poll.id,
    }


asked_for(ideas="idea", votes="vote", vote_polls="poll")
forged("chosen", lambda _p, t: [[t.idea, t.wish, t.third]])
forged("state", lambda _p, _t: ["planned"])


def _vote(its: Branched, said: list[Idea]) -> tuple[Vote, VotePoll]:
    records, now = its.desk.repositories, its.desk.now
    vote = Vote(now, its.lead, its.trip)
    poll = VotePoll(vote, -1001, now, sent_as=1)
    records.votes.add(vote)
    records.vote_polls.add(poll)
    for place, idea in enumerate(said, 1):
        records.votes.offer(VoteOption(vote, idea, place))
    assert its.client.person is not None
    records.votes.ask(Ballot(vote, its.client.person, now, said[0]))
    records.poll_answers.add(PollAnswer(f"of nobody {its.number}", its.client.person, now, 0))
    for member in records.staff.active():
        if records.feedback.of(member) is None:
            records.feedback.add(Feedback(member, now))
    records.flush()
    poll.key = f"poll {poll.id}"
    return vote, poll


@notice_facts
def said_of_ideas(told: Told) -> Facts:
    records, now, person, name = told.records, told.now, told.person, told.name
    said = [Idea(person, f"{name} {'🌊' * 900}", now, client=told.client) for _place in range(3)]
    vote = Vote(now, told.member, told.trip)
    records.votes.add(vote)
    for place, idea in enumerate(said, 1):
        records.ideas.add(idea)
        records.votes.offer(VoteOption(vote, idea, place))
    records.votes.ask(Ballot(vote, person, now))
    records.feedback.add(Feedback(told.member, now))
    poll = VotePoll(vote, GROUP, now)
    records.vote_polls.add(poll)
    records.flush()
    return {
        IDEA_SAID: {"idea": said[0].id},
        IDEA_ANSWERED: {"idea": said[0].id, "text": name, "by": name},
        IDEA_MARKED: {"idea": said[0].id, "state": "new"},
        VOTE_POLL: {"poll": poll.id},
        VOTE_POLL_STOPPED: {"poll": poll.id},
        POLL_NOT_ASKED: {"vote": vote.id},
        VOTE_OPENED: {"vote": vote.id},
        VOTE_CLOSED: {"vote": vote.id},
        FEEDBACK_WANTED: {"member": told.member.id},
    }


calls(
    {
        "ideas.answer_idea": lambda d, _p, t: ideas.answer_idea(d, t.idea, "good"),
        "ideas.cast_vote": lambda d, _p, t: votes.cast_vote(d, t.vote, t.wish),
        "ideas.close_vote": lambda d, _p, t: votes.close_vote(d, t.vote),
        "ideas.give_feedback": lambda d, _p, _t: feedback.give_feedback(d, 5, 4, 3),
        "ideas.mark_idea": lambda d, _p, t: ideas.mark_idea(d, t.idea, IdeaState.PLANNED),
        "ideas.answer_poll": lambda d, _p, t: polls.answer_poll(d, f"poll {t.poll}", 1),
        "ideas.ask_in_group": lambda d, _p, t: polls.ask_in_group(d, t.vote, -1001),
        "ideas.poll_recognised": lambda d, _p, t: polls.poll_recognised(d, "another", t.vote),
        "ideas.open_vote": lambda d, _p, t: votes.open_vote(d, (t.idea, t.wish, t.third)),
        "ideas.open_vote among clients": lambda d, _p, t: votes.open_vote(
            d, (t.idea, t.wish, t.third), t.trip
        ),
        "ideas.say_idea": lambda d, _p, _t: ideas.say_idea(d, "fewer taps"),
        "queries.ideas.feedback_report": lambda d, _p, _t: queries.feedback_report(d),
        "queries.ideas.feedback_wanted": lambda d, _p, _t: queries.feedback_wanted(d),
        "queries.ideas.idea_card": lambda d, _p, t: queries.idea_card(d, t.idea),
        "queries.ideas.idea_to_answer": lambda d, _p, t: queries.idea_to_answer(d, t.idea),
        "queries.ideas.ideas_found": lambda d, _p, _t: queries.ideas_found(d, "aloud"),
        "queries.ideas.ideas_shown": lambda d, _p, _t: queries.ideas_shown(d),
        "queries.ideas.ideas_to_choose": lambda d, _p, _t: queries.ideas_to_choose(d),
        "queries.ideas.vote_card": lambda d, _p, t: queries.vote_card(d, t.vote),
        "queries.ideas.votes_to_ask": lambda d, _p, _t: queries.votes_to_ask(d),
        "queries.ideas.vote_plan": lambda d, _p, t: queries.vote_plan(d, (t.idea, t.wish, t.third)),
        "queries.ideas.votes_shown": lambda d, _p, _t: queries.votes_shown(d),
    }
)
