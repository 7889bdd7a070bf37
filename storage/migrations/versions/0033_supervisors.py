"""The number of each colleague's supervisor (empty: the owners); and what inquiries are in whose hands."""

from alembic import op
from sqlalchemy import Column, text

from storage.engine.columns import Number
from storage.migrations.shape import add_index

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.add_column("staff_members", Column("supervisor_id", Number, nullable=True))
    add_index("ix_inquiries_in_hand", "inquiries", "taken_by_id", where=text("state = 'open'"))


def downgrade() -> None:
    op.drop_index("ix_inquiries_in_hand", "inquiries")
    op.drop_column("staff_members", "supervisor_id")
