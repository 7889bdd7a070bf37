"""What several processes need to share the work: who is next in each lane, and who has which duty."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

INSTANT = sa.DateTime(timezone=True)
WAITING = sa.text("state = 'waiting'")
FLOODED = sa.text("state = 'flooded'")


def upgrade() -> None:
    op.create_index(
        "ix_inbox_lane", "inbox", ["lane", "update_id"], sqlite_where=WAITING, postgresql_where=WAITING
    )
    op.create_index(
        "ix_inbox_flooded", "inbox", ["received_at"], sqlite_where=FLOODED, postgresql_where=FLOODED
    )
    op.create_table(
        "duties",
        sa.Column("name", code(64), nullable=False),
        sa.Column("holder", code(64), nullable=False),
        sa.Column("held_until", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_duties"),
    )


def downgrade() -> None:
    op.drop_table("duties")
    op.drop_index("ix_inbox_flooded", "inbox")
    op.drop_index("ix_inbox_lane", "inbox")


def code(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")
