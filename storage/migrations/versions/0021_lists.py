"""Travellers have a citizenship, trips their guides, and of a trip's lists it is known what the last copy said."""

from alembic import op
from sqlalchemy import Column, Index, text

from storage.engine.columns import FactsDict, UtcDateTime, code, link, number, partial
from storage.migrations.shape import add_table

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("travellers", Column("citizenship", code(2), nullable=True))
    add_table(
        "trip_guides",
        number(),
        link("trip_id", "trips"),
        link("member_id", "staff_members"),
        Column("since", UtcDateTime, nullable=False),
        Column("left_at", UtcDateTime),
        partial("ix_trip_guides_trip_id", "trip_id", where=text("left_at IS NULL")),
        partial("ix_trip_guides_member_id", "member_id", where=text("left_at IS NULL")),
    )
    add_table(
        "list_copies",
        number(),
        link("trip_id", "trips"),
        Column("kind", code(), nullable=False),
        Column("sent_at", UtcDateTime, nullable=False),
        link("sent_by_id", "staff_members", nullable=True),
        Column("rows", FactsDict, nullable=False),
        Index("ix_list_copies_trip_id_kind_id", "trip_id", "kind", "id"),
    )


def downgrade() -> None:
    op.drop_table("list_copies")
    op.drop_table("trip_guides")
    op.drop_column("travellers", "citizenship")
