"""Travellers are found by name, and closed deals are listed, the latest first."""

from alembic import op
from sqlalchemy import Boolean, Column, text

from storage.migrations.shape import add_index

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("travellers", Column("named", Boolean(), nullable=True))
    add_index("ix_travellers_unnamed", "travellers", "id", where=text("named IS NULL"))
    add_index("ix_deals_closed", "deals", "closed_at", "id", where=text("closed_at IS NOT NULL"))


def downgrade() -> None:
    op.drop_index("ix_deals_closed", "deals")
    op.drop_index("ix_travellers_unnamed", "travellers")
    op.drop_column("travellers", "named")
