"""A tailor-made journey has days, a deal deadlines of its own, a trip can be cancelled, and its clients choose what follows."""

from alembic import op
from sqlalchemy import Column, Date, text

from storage.engine.columns import UtcDateTime, Words, code

revision = "0018"
down_revision = "0017"

_DAYS = ("starts", "ends", "documents_by", "deposit_by", "balance_by")


def upgrade() -> None:
    for name in _DAYS:
        op.add_column("deals", Column(name, Date))
    op.add_column("deals", Column("after_cancel", code(32)))
    op.add_column("trips", Column("cancelled_at", UtcDateTime))
    op.add_column("trips", Column("cancel_reason", Words))
    where = text("closed_at IS NULL AND starts IS NOT NULL")
    op.create_index("ix_deals_journeys", "deals", ["starts"], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    op.drop_index("ix_deals_journeys", "deals")
    for name in ("cancel_reason", "cancelled_at"):
        op.drop_column("trips", name)
    for name in ("after_cancel", *reversed(_DAYS)):
        op.drop_column("deals", name)
