"""Answers that are owed: what was done, and perhaps not answered."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

OWED = sa.text("owed_since IS NOT NULL")


def upgrade() -> None:
    op.add_column("inbox", sa.Column("owed_since", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_inbox_owed", "inbox", ["owed_since"], sqlite_where=OWED, postgresql_where=OWED)


def downgrade() -> None:
    op.drop_index("ix_inbox_owed", "inbox")
    op.drop_column("inbox", "owed_since")
