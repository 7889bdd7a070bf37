"""Votes are asked in groups as polls."""

from alembic import op
from sqlalchemy import BigInteger, Column

from storage.engine.columns import UtcDateTime, code, link, number
from storage.migrations.shape import add_table

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    add_table(
        "vote_polls",
        number(),
        link("vote_id", "votes", index=True),
        Column("group", BigInteger, nullable=False),
        Column("asked_at", UtcDateTime, nullable=False),
        Column("key", code(), unique=True),
        Column("message", BigInteger),
        Column("stopped_at", UtcDateTime),
    )


def downgrade() -> None:
    op.drop_table("vote_polls")
