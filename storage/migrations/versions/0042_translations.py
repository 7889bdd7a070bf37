"""Translations of what clients and colleagues write, and who wants none."""

from alembic import op
from sqlalchemy import Column, Index, Integer, String, text

from storage.engine.columns import UtcDateTime, Words, link, number
from storage.migrations.shape import add_index, add_table

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    add_table(
        "translations",
        number(),
        link("client_id", "clients"),
        Column("text", Words, nullable=False),
        Column("into", String(32), nullable=False),
        Column("asked_at", UtcDateTime, nullable=False),
        link("interaction_id", "interactions", nullable=True),
        link("staff_id", "staff_members", nullable=True),
        Column("translated", Words),
        Column("tries", Integer, nullable=False, server_default=text("0")),
        Column("ended_at", UtcDateTime),
        Column("sent_at", UtcDateTime),
        Index("ix_translations_client_id", "client_id"),
    )
    add_index("ix_translations_wanted", "translations", "id", where=text("ended_at IS NULL"))
    op.add_column("clients", Column("untranslated_at", UtcDateTime, nullable=True))


def downgrade() -> None:
    op.drop_column("clients", "untranslated_at")
    op.drop_table("translations")
