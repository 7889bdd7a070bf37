"""What web sites and telephone exchanges post, until it is worked off; and which of them an inquiry came from."""

from alembic import op
from sqlalchemy import Column, Integer, String, UniqueConstraint, text

from storage.engine.columns import FactsDict, Number, UtcDateTime, Words, number, partial
from storage.migrations.shape import add_table

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    add_table(
        "web_posts",
        number(),
        Column("source", String(64), nullable=False),
        Column("kind", String(32), nullable=False),
        Column("received_at", UtcDateTime, nullable=False),
        Column("digest", String(64), nullable=False),
        Column("facts", FactsDict, nullable=False),
        Column("key", Words),
        Column("state", String(32), nullable=False),
        Column("tries", Integer, nullable=False),
        Column("done_at", UtcDateTime),
        Column("became", Number),
        UniqueConstraint("source", "key", name="uq_web_posts_source_key"),
        partial("ix_web_posts_waiting", "id", where=text("state = 'waiting'")),
        partial("ix_web_posts_done", "done_at", where=text("done_at IS NOT NULL")),
    )
    op.add_column("inquiries", Column("source", Words, nullable=True))


def downgrade() -> None:
    op.drop_column("inquiries", "source")
    op.drop_table("web_posts")
