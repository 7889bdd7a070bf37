"""What Today, the trips that are over and sums of money are read from, however large the agency is.

What an index is limited by stands among its columns, too: else SQLite looks at the row for it.
"""

from alembic import op
from sqlalchemy import text

from storage.migrations.shape import add_index

revision = "0027"
down_revision = "0026"

INDEXES = {
    "ix_deals_seats": ("deals", ("trip_id", "seats", "step_key"), "step_key != 'lost'"),
    "ix_deals_without_voucher": (
        "deals",
        ("trip_id", "step_key", "branch_id"),
        "closed_at IS NULL AND voucher_sent_at IS NULL",
    ),
    "ix_trips_last_day": ("trips", ("returns", "departs_at", "cancelled_at"), "cancelled_at IS NULL"),
    "ix_trips_called_off": ("trips", ("departs_at", "id"), "cancelled_at IS NOT NULL"),
    "ix_payments_counting": (
        "payments",
        ("received_on", "currency", "minor", "deal_id", "cancelled_at"),
        "cancelled_at IS NULL",
    ),
}


def upgrade() -> None:
    for name, (table, columns, rows) in INDEXES.items():
        add_index(name, table, *columns, where=text(rows))


def downgrade() -> None:
    for name, (table, _columns, _rows) in INDEXES.items():
        op.drop_index(name, table)
