"""What colleagues notice of the market."""

from alembic import op
from sqlalchemy import Column, String, text

from storage.engine.columns import FactsDict, UtcDateTime, Words, code, link, number, partial
from storage.migrations.shape import add_table

revision = "0044"
down_revision = "0041"

_SHOWN = text("withdrawn_at IS NULL")


def upgrade() -> None:
    add_table(
        "observations",
        number(),
        link("author_id", "staff_members"),
        Column("about", String(32), nullable=False),
        Column("name", Words, nullable=False),
        Column("key", code(100), nullable=False),
        Column("text", Words, nullable=False),
        Column("noted_at", UtcDateTime, nullable=False),
        Column("translations", FactsDict, nullable=False, server_default=text("'{}'")),
        link("file_id", "stored_files", nullable=True, index=True),
        Column("changed_at", UtcDateTime),
        Column("withdrawn_at", UtcDateTime),
        partial("ix_observations_shown", "about", "key", "id", where=_SHOWN),
        partial("ix_observations_about", "about", "id", where=_SHOWN),
    )


def downgrade() -> None:
    op.drop_table("observations")
