"""Calls and notes that the release before tells with the messages are found, so that they can be told apart."""

from alembic import op
from sqlalchemy import text

from storage.migrations.shape import add_index

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    lumped = text("told_as = 'talk' AND what IN ('call', 'meeting', 'note')")
    add_index("ix_history_lumped", "history", "id", where=lumped)


def downgrade() -> None:
    op.drop_index("ix_history_lumped", "history")
