"""Topics of clients in the groups of the staff."""

from alembic import op
from sqlalchemy import BigInteger, Column, Index, String, text

from storage.engine.columns import UtcDateTime, Words, link, number
from storage.migrations.shape import add_index, add_table

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    add_table(
        "client_topics",
        number(),
        link("client_id", "clients"),
        Column("chat", BigInteger, nullable=False),
        Column("since", UtcDateTime, nullable=False),
        Column("name", Words, nullable=False),
        Column("thread", BigInteger),
        Column("asked_at", UtcDateTime),
        Column("ended_at", UtcDateTime),
        Column("leased_until", UtcDateTime),
        Index("ix_client_topics_client_id", "client_id"),
    )
    add_index("ix_client_topics_thread", "client_topics", "chat", "thread")
    add_table(
        "topic_lines",
        number(),
        link("topic_id", "client_topics"),
        Column("kind", String(32), nullable=False),
        Column("due_at", UtcDateTime, nullable=False),
        link("interaction_id", "interactions", nullable=True),
        Column("message", BigInteger),
        Column("text", Words),
        Column("sent_at", UtcDateTime),
        Index("ix_topic_lines_topic_id", "topic_id"),
    )
    add_index("ix_topic_lines_waiting", "topic_lines", "due_at", "id", where=text("sent_at IS NULL"))


def downgrade() -> None:
    op.drop_table("topic_lines")
    op.drop_table("client_topics")
