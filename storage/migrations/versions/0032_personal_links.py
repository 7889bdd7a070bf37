"""Links by which clients without Telegram come to their own files; lists of clients go by indexes."""

from alembic import op
from sqlalchemy import Column, Index, String, UniqueConstraint, text

from storage.engine.columns import UtcDateTime, link, number
from storage.migrations.shape import add_index, add_table

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    add_table(
        "personal_links",
        number(),
        link("client_id", "clients"),
        Column("token_hash", String(128), nullable=False),
        Column("created_at", UtcDateTime, nullable=False),
        Column("expires_at", UtcDateTime, nullable=False),
        link("created_by_id", "staff_members", nullable=True),
        Column("used_at", UtcDateTime),
        link("used_by_id", "persons", nullable=True),
        UniqueConstraint("token_hash", name="uq_personal_links_token_hash"),
        Index("ix_personal_links_client_id", "client_id"),
    )
    still_open = text("closed_at IS NULL")
    add_index("ix_deals_open_client", "deals", "client_id", "branch_id", where=still_open)
    lost = text("unreachable_since IS NOT NULL")
    add_index("ix_persons_unreachable", "persons", "unreachable_since", "id", where=lost)


def downgrade() -> None:
    op.drop_index("ix_persons_unreachable", "persons")
    op.drop_index("ix_deals_open_client", "deals")
    op.drop_table("personal_links")
