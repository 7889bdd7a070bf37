"""The history knows in whose timeline an entry is told, and as what; what a client has newest is read from indexes."""

from alembic import op
from sqlalchemy import Column, text

from storage.engine.columns import Number, code
from storage.migrations.shape import add_index

revision = "0034"
down_revision = "0033"

_OF_A_CLIENT = text("client_id IS NOT NULL")


def upgrade() -> None:
    op.add_column("history", Column("told_as", code(16), nullable=True))
    op.add_column("history", Column("client_id", Number, nullable=True))
    add_index("ix_history_of_client", "history", "client_id", "id", where=_OF_A_CLIENT)
    add_index("ix_history_of_client_told_as", "history", "client_id", "told_as", "id", where=_OF_A_CLIENT)
    add_index("ix_history_not_looked_at", "history", "id", where=text("told_as IS NULL"))
    add_index("ix_deals_client_id_id", "deals", "client_id", "id")
    add_index("ix_inquiries_client_id_received_at_id", "inquiries", "client_id", "received_at", "id")


def downgrade() -> None:
    op.drop_index("ix_inquiries_client_id_received_at_id", "inquiries")
    op.drop_index("ix_deals_client_id_id", "deals")
    for name in ("not_looked_at", "of_client_told_as", "of_client"):
        op.drop_index(f"ix_history_{name}", "history")
    op.drop_column("history", "client_id")
    op.drop_column("history", "told_as")
