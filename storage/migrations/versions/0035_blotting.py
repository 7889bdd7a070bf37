"""Entries of the history carry a salted digest of their words, so that these can be taken away."""

from alembic import op
from sqlalchemy import Column, text

from storage.engine.columns import code
from storage.migrations.shape import add_index

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.add_column("history", Column("salt", code(160), nullable=True))
    op.add_column("history", Column("digest", code(), nullable=True))
    add_index("ix_history_without_digest", "history", "subject", "subject_id", where=text("digest IS NULL"))


def downgrade() -> None:
    op.drop_index("ix_history_without_digest", "history")
    op.drop_column("history", "digest")
    op.drop_column("history", "salt")
