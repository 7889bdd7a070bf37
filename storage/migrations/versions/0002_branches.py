"""Branches: who works where, and whose a deal is. Columns that may be empty: an older program goes on without them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
BELONGING = ("staff_members", "invitations", "trips", "deals", "inquiries", "history")


def upgrade() -> None:
    op.create_table(
        "branches",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_branches"),
    )
    for table in BELONGING:
        op.add_column(table, sa.Column("branch_id", NUMBER, nullable=True))


def downgrade() -> None:
    for table in reversed(BELONGING):
        op.drop_column(table, "branch_id")
    op.drop_table("branches")
