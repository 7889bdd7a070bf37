"""Backups, alarms, and the thread from update to notice."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

QUARANTINED = sa.text("state = 'quarantined'")


def upgrade() -> None:
    op.add_column("notices", sa.Column("trace", code(64), nullable=True))
    op.create_index(
        "ix_inbox_quarantined",
        "inbox",
        ["received_at"],
        sqlite_where=QUARANTINED,
        postgresql_where=QUARANTINED,
    )


def downgrade() -> None:
    op.drop_index("ix_inbox_quarantined", "inbox")
    op.drop_column("notices", "trace")


def code(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")
