"""Backups, alarms, and the thread from update to notice."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

QUARANTINED = sa.text("state = 'quarantined'")


NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
UNFINISHED = sa.text("state IN ('wanted', 'making')")


def upgrade() -> None:
    op.add_column("notices", sa.Column("trace", code(64), nullable=True))
    op.create_index(
        "ix_inbox_quarantined",
        "inbox",
        ["received_at"],
        sqlite_where=QUARANTINED,
        postgresql_where=QUARANTINED,
    )
    create_backups()


def downgrade() -> None:
    op.drop_table("backups")
    op.drop_index("ix_inbox_quarantined", "inbox")
    op.drop_column("notices", "trace")


def create_backups() -> None:
    op.create_table(
        "backups",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", code(128), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("leased_until", INSTANT),
        sa.Column("made_at", INSTANT),
        sa.Column("place", WORDS),
        sa.Column("size", sa.BigInteger()),
        sa.Column("sha256", code(64)),
        sa.Column("rows", sa.BigInteger()),
        sa.Column("files", sa.BigInteger()),
        sa.Column("seconds", sa.Integer()),
        sa.Column("error", WORDS),
        sa.PrimaryKeyConstraint("id", name="pk_backups"),
        sa.UniqueConstraint("key", name="uq_backups_key"),
    )
    op.create_index("ix_backups_asked_at", "backups", ["asked_at"])
    op.create_index(
        "ix_backups_unfinished", "backups", ["id"], sqlite_where=UNFINISHED, postgresql_where=UNFINISHED
    )


def code(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")
