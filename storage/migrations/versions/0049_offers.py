"""Offers: what was found for an inquiry."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, text

from storage.engine.columns import UtcDateTime, Words, code, link, number, partial
from storage.migrations.shape import add_table

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    add_table(
        "offers",
        number(),
        link("inquiry_id", "inquiries"),
        link("author_id", "staff_members"),
        Column("added_at", UtcDateTime, nullable=False),
        Column("title", Words, nullable=False),
        Column("price_minor", BigInteger, nullable=False),
        Column("price_currency", code(3), nullable=False),
        Column("starts", Date),
        Column("ends", Date),
        Column("board", String(32)),
        Column("valid_until", UtcDateTime),
        Column("link", Words),
        Column("words", Words),
        link("supplier_id", "suppliers", nullable=True),
        Column("net_minor", BigInteger),
        Column("net_currency", code(3)),
        Column("note", Words),
        link("file_id", "stored_files", nullable=True, index=True),
        Column("state", String(32), nullable=False),
        Column("version", Integer, nullable=False),
        Column("sent_at", UtcDateTime),
        Column("answered_at", UtcDateTime),
        Column("reason", String(32)),
        link("deal_id", "deals", nullable=True, index=True),
        Index("ix_offers_inquiry_id_id", "inquiry_id", "id"),
        partial("ix_offers_sold", "supplier_id", "id", where=text("deal_id IS NOT NULL")),
    )


def downgrade() -> None:
    op.drop_table("offers")
