"""Who brought a vote into a group; polls that were sent twice, and answers that wait for their poll to be known."""

from alembic import op
from sqlalchemy import Column, Index, Integer, UniqueConstraint

from storage.engine.columns import Facts, UtcDateTime, code, link, number
from storage.migrations.shape import add_link, add_table

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    add_link("vote_polls", "asked_by_id", "staff_members")
    add_table(
        "poll_copies",
        number(),
        Column("key", code(), nullable=False, unique=True),
        link("vote_id", "votes", index=True),
    )
    add_table(
        "poll_answers",
        number(),
        Column("key", code(), nullable=False),
        link("person_id", "persons", index=True),
        Column("answered_at", UtcDateTime, nullable=False),
        Column("place", Integer),
        Column("overtaken", Facts),
        UniqueConstraint("key", "person_id"),
        Index("ix_poll_answers_answered_at_id", "answered_at", "id"),
    )


def downgrade() -> None:
    for table in ("poll_answers", "poll_copies"):
        op.drop_table(table)
    with op.batch_alter_table("vote_polls") as polls:
        polls.drop_column("asked_by_id")
