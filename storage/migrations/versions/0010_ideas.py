"""Ideas, the votes on them, and how colleagues find the program."""

from alembic import op
from sqlalchemy import Column, Index, Integer, String, UniqueConstraint

from storage.engine.columns import UtcDateTime, Words, link, number, of_branch
from storage.migrations.shape import add_table

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    add_table(
        "ideas",
        number(),
        link("person_id", "persons", index=True),
        Column("text", Words, nullable=False),
        Column("said_at", UtcDateTime, nullable=False),
        link("staff_id", "staff_members", nullable=True),
        link("client_id", "clients", nullable=True, index=True),
        of_branch(),
        Column("state", String(32), nullable=False),
        Column("answer", Words),
        Column("answered_at", UtcDateTime),
        Index("ix_ideas_state_id", "state", "id"),
    )
    add_table(
        "votes",
        number(),
        Column("opened_at", UtcDateTime, nullable=False, index=True),
        link("opened_by_id", "staff_members", nullable=True),
        link("trip_id", "trips", nullable=True),
        Column("closed_at", UtcDateTime),
    )
    add_table(
        "vote_options",
        number(),
        link("vote_id", "votes"),
        link("idea_id", "ideas", index=True),
        Column("place", Integer, nullable=False),
        UniqueConstraint("vote_id", "idea_id"),
    )
    add_table(
        "ballots",
        number(),
        link("vote_id", "votes"),
        link("person_id", "persons", index=True),
        Column("asked_at", UtcDateTime, nullable=False),
        link("choice_id", "ideas", nullable=True, index=True),
        Column("cast_at", UtcDateTime),
        UniqueConstraint("vote_id", "person_id"),
    )
    add_table(
        "feedback",
        number(),
        link("member_id", "staff_members", unique=True),
        Column("asked_at", UtcDateTime, nullable=False),
        Column("speed", Integer),
        Column("ease", Integer),
        Column("calm", Integer),
        Column("word", Words),
        Column("answered_at", UtcDateTime, index=True),
    )


def downgrade() -> None:
    for table in ("feedback", "ballots", "vote_options", "votes", "ideas"):
        op.drop_table(table)
