"""Ideas, the votes on them, and how colleagues find the program."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, UniqueConstraint

from domain.entities.clients import Client
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
from domain.entities.people import Person, StaffMember
from domain.entities.trips import Trip
from storage.engine.columns import Facts, UtcDateTime, Words, code, link, number, of_branch, one_of
from storage.mapping.registry import mapped, metadata, one

ideas = Table(
    "ideas",
    metadata,
    number(),
    link("person_id", "persons", index=True),
    Column("text", Words, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    link("staff_id", "staff_members", nullable=True),
    link("client_id", "clients", nullable=True, index=True),
    of_branch(),
    Column("state", one_of(IdeaState), nullable=False),
    Column("answer", Words),
    Column("answered_at", UtcDateTime),
    Index(None, "state", "id"),
)

mapped(
    Idea,
    ideas,
    branch=ideas.c.branch_id,
    person=one(Person),
    staff=one(StaffMember),
    client=one(Client),
)

votes = Table(
    "votes",
    metadata,
    number(),
    Column("opened_at", UtcDateTime, nullable=False, index=True),
    link("opened_by_id", "staff_members", nullable=True),
    link("trip_id", "trips", nullable=True),
    Column("closed_at", UtcDateTime),
)

mapped(Vote, votes, opened_by=one(StaffMember), trip=one(Trip))

vote_options = Table(
    "vote_options",
    metadata,
    number(),
    link("vote_id", "votes"),
    link("idea_id", "ideas", index=True),
    Column("place", Integer, nullable=False),
    UniqueConstraint("vote_id", "idea_id"),
)

mapped(VoteOption, vote_options, vote=one(Vote), idea=one(Idea))

ballots = Table(
    "ballots",
    metadata,
    number(),
    link("vote_id", "votes"),
    link("person_id", "persons", index=True),
    Column("asked_at", UtcDateTime, nullable=False),
    link("choice_id", "ideas", nullable=True, index=True),
    Column("cast_at", UtcDateTime),
    UniqueConstraint("vote_id", "person_id"),
)

mapped(Ballot, ballots, vote=one(Vote), person=one(Person), choice=one(Idea))

vote_polls = Table(
    "vote_polls",
    metadata,
    number(),
    link("vote_id", "votes", index=True),
    Column("group", BigInteger, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("key", code(), unique=True),
    Column("message", BigInteger),
    Column("stopped_at", UtcDateTime),
    link("asked_by_id", "staff_members", nullable=True),
)

mapped(VotePoll, vote_polls, sent_as=vote_polls.c.message, vote=one(Vote), asked_by=one(StaffMember))

poll_copies = Table(
    "poll_copies",
    metadata,
    number(),
    Column("key", code(), nullable=False, unique=True),
    link("vote_id", "votes", index=True),
)

mapped(PollCopy, poll_copies, vote=one(Vote))

poll_answers = Table(
    "poll_answers",
    metadata,
    number(),
    Column("key", code(), nullable=False),
    link("person_id", "persons", index=True),
    Column("answered_at", UtcDateTime, nullable=False),
    Column("place", Integer),
    Column("overtaken", Facts),
    UniqueConstraint("key", "person_id"),
    Index(None, "answered_at", "id"),
)

mapped(PollAnswer, poll_answers, person=one(Person))

feedback = Table(
    "feedback",
    metadata,
    number(),
    link("member_id", "staff_members", unique=True),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("speed", Integer),
    Column("ease", Integer),
    Column("calm", Integer),
    Column("word", Words),
    Column("answered_at", UtcDateTime, index=True),
)

mapped(Feedback, feedback, member=one(StaffMember))
