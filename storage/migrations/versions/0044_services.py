"""What is booked for deals with others, and the links by which suppliers confirm it."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, Integer, String, text

from storage.engine.columns import LocalDateTime, UtcDateTime, Words, code, link, number, partial
from storage.migrations.shape import add_table

revision = "0044"
down_revision = "0043"

_HELD = text("status = 'asked' AND option_until IS NOT NULL")


def upgrade() -> None:
    add_table(
        "services",
        number(),
        link("deal_id", "deals", index=True),
        Column("kind", String(32), nullable=False),
        Column("title", Words, nullable=False),
        Column("created_at", UtcDateTime, nullable=False),
        Column("begins_on", Date),
        Column("begins_clock", code(5)),
        Column("begins_zone", code()),
        Column("begins_place", Words),
        Column("ends_on", Date),
        Column("ends_clock", code(5)),
        Column("ends_zone", code()),
        Column("ends_place", Words),
        Column("confirmation", Words),
        Column("option_until", Date),
        Column("free_until", Date),
        Column("price_minor", BigInteger),
        Column("price_currency", code(3)),
        Column("net_minor", BigInteger),
        Column("net_currency", code(3)),
        Column("words", Words),
        Column("status", String(32), nullable=False),
        Column("look_on", Date),
        Column("link_hash", code(), unique=True),
        Column("link_until", UtcDateTime),
        link("link_by_id", "staff_members", nullable=True),
        Column("looks", Integer, nullable=False),
        Column("looked_at", UtcDateTime),
        Column("answers", Integer, nullable=False),
        Column("answer", String(32)),
        Column("answered_at", UtcDateTime),
        Column("proposed", LocalDateTime),
        Column("supplier_words", Words),
        partial("ix_services_held", "option_until", "id", "deal_id", "status", where=_HELD),
        partial("ix_services_to_look_at", "look_on", "id", where=text("look_on IS NOT NULL")),
    )


def downgrade() -> None:
    op.drop_table("services")
