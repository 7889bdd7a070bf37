"""A vote in a group's poll: which answer counts, whatever died in between, without a database."""

from datetime import timedelta

import pytest

from domain.entities.ideas import PollAnswer, PollCopy, Vote
from domain.queries.ideas import tally
from domain.usecases.ideas.polls import (
    answer_poll,
    ask_in_group,
    count_answers,
    poll_asked,
    poll_recognised,
    poll_refused,
)
from domain.usecases.ideas.votes import cast_vote, close_vote, open_vote
from domain.values.refusals import Forbidden, Refusal
from tests.domain.one_deal import NOW
from tests.domain.test_ideas import Office

GROUP, OTHER = -1, -2


def asked_in_a_group(office: Office) -> Vote:
    vote = open_vote(office.desk(office.olga), office.three())
    ask_in_group(office.desk(office.olga), vote.id, GROUP)
    return vote


def counts(office: Office, vote: Vote) -> list[int]:
    return [count for _idea, count in tally(office.desk(), vote).counts]


def test_an_answer_waits_until_its_poll_is_known_and_counts_as_of_then() -> None:
    office = Office()
    vote = asked_in_a_group(office)
    for place in (2, 1):
        answer_poll(office.desk(office.boris), "first", place)
    assert counts(office, vote) == [0, 0, 0]
    poll_recognised(office.desk(), "first", vote.id)
    assert counts(office, vote) == [0, 1, 0]

    answer_poll(office.desk(office.boris), "second", 0)
    cast_vote(office.desk(office.boris, NOW + timedelta(minutes=1)), vote.id, 3)
    poll_asked(office.desk(), 1, "second", 70)
    assert counts(office, vote) == [0, 0, 1], "an older answer undoes nothing"
    assert count_answers(office.desk()) == 0


def test_answers_that_wait_count_in_the_order_in_which_they_were_given() -> None:
    """In whichever order their polls become known, and whatever the clock says."""
    office = Office()
    vote = asked_in_a_group(office)
    for hours, (poll, place) in enumerate((("first", 0), ("second", 1), ("first", 2))):
        answer_poll(office.desk(office.boris, NOW - timedelta(hours=hours)), poll, place)
    for poll in ("first", "second"):
        poll_recognised(office.desk(), poll, vote.id)
    assert counts(office, vote) == [0, 0, 1]


def test_what_came_while_the_poll_became_known_is_counted_soon_and_the_rest_forgotten() -> None:
    office = Office()
    vote = asked_in_a_group(office)
    for poll in ("ours", "nobody's"):
        answer_poll(office.desk(office.boris), poll, 2)
    office.memory.vote_polls.add_copy(PollCopy("ours", vote))
    assert [count_answers(office.desk()), count_answers(office.desk())] == [1, 0]
    assert counts(office, vote) == [0, 0, 1]
    assert count_answers(office.desk(now=NOW + timedelta(days=1, seconds=1))) == 1
    assert office.things.of(PollAnswer) == []


def test_an_answer_that_waits_counts_before_the_vote_is_closed_and_none_after() -> None:
    office = Office()
    vote = asked_in_a_group(office)
    answer_poll(office.desk(office.boris), "ours", 2)
    office.memory.vote_polls.add_copy(PollCopy("ours", vote))
    close_vote(office.desk(office.olga), vote.id)
    assert office.told("vote_poll_stopped") == []
    for place in (0, None):
        answer_poll(office.desk(office.boris), "ours", place)
    assert counts(office, vote) == [0, 0, 1]
    poll_asked(office.desk(), 1, "late", 70)
    assert office.told("vote_poll_stopped") == ["Person 1"], "it was under way"


def test_an_answer_of_who_was_not_asked_or_left_or_to_nothing_is_not_counted() -> None:
    office = Office()
    vote = asked_in_a_group(office)
    poll_asked(office.desk(), 1, "ours", 70)
    for who, place in ((office.anna, 0), (office.boris, 3), (office.boris, -1)):
        answer_poll(office.desk(who), "ours", place)
    office.boris.left_at = NOW
    answer_poll(office.desk(office.boris), "ours", 1)
    assert counts(office, vote) == [0, 0, 0]


def test_the_next_poll_in_a_group_ends_the_one_before_once_it_is_there() -> None:
    office = Office()
    vote = asked_in_a_group(office)
    poll_asked(office.desk(), 1, "first", 70)
    for group in (GROUP, OTHER, GROUP):
        ask_in_group(office.desk(office.olga), vote.id, group)
    poll_refused(office.desk(), 2)
    assert (office.told("poll_not_asked"), office.told("vote_poll_stopped")) == (["Person 1"], [])
    poll_asked(office.desk(), 3, "other", 70)
    assert office.told("vote_poll_stopped") == []
    poll_asked(office.desk(), 4, "second", 71)
    assert [one.id for one in office.memory.vote_polls.shown(vote)] == [3, 4]
    answer_poll(office.desk(office.boris), "first", 1)
    assert counts(office, vote) == [0, 1, 0], "its answers count on"


def test_only_who_judges_ideas_asks_a_group_and_only_of_an_open_vote() -> None:
    office = Office()
    vote = asked_in_a_group(office)
    with pytest.raises(Forbidden):
        ask_in_group(office.desk(office.boris), vote.id, OTHER)
    close_vote(office.desk(office.olga), vote.id)
    with pytest.raises(Refusal, match="vote_closed"):
        ask_in_group(office.desk(office.olga), vote.id, OTHER)


def test_a_poll_that_asks_about_no_vote_of_ours_is_nobodys() -> None:
    office = Office()
    poll_recognised(office.desk(), "strange", 77)
    assert office.memory.vote_polls.vote_with_key("strange") is None
