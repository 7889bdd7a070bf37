"""Which keys stand under a colleague's input field, and what Today counts."""

from alembic import op
from sqlalchemy import Column, text

from storage.engine.columns import code
from storage.migrations.shape import add_index

revision = "0019"
down_revision = "0018"

INDEXES = {
    "ix_deals_created_at": ("deals", "created_at"),
    "ix_inquiries_received_at": ("inquiries", "received_at"),
    "ix_payments_received_on": ("payments", "received_on"),
}


def upgrade() -> None:
    op.add_column("persons", Column("keyboard", code(), nullable=True))
    for name, (table, column) in INDEXES.items():
        add_index(name, table, column)
    add_index("ix_documents_to_check", "documents", "id", where=text("state = 'sent'"))


def downgrade() -> None:
    op.drop_index("ix_documents_to_check", "documents")
    for name, (table, _column) in INDEXES.items():
        op.drop_index(name, table)
    op.drop_column("persons", "keyboard")
