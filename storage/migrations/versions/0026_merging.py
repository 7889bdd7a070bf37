"""Files of clients become one: which, what moved, and of which two it is not known; clients are found by their own birthday."""

from alembic import op
from sqlalchemy import Column, Index, String, UniqueConstraint, text

from storage.engine.columns import FactsDict, Number, UtcDateTime, link, number, partial
from storage.migrations.shape import add_index, add_table

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("clients", Column("merged_into", Number, nullable=True))
    add_index("ix_clients_merged_into", "clients", "merged_into", where=text("merged_into IS NOT NULL"))
    add_index("ix_travellers_born_on", "travellers", "born_on", where=text("relation = 'self'"))
    add_index("ix_waiting_places_client_id", "waiting_places", "client_id")
    add_table(
        "doubts",
        number(),
        Column("first", Number, nullable=False),
        Column("second", Number, nullable=False),
        Column("why", String(32)),
        Column("noticed_at", UtcDateTime, nullable=False),
        Column("settled_at", UtcDateTime),
        UniqueConstraint("first", "second", name="uq_doubts_first_second"),
        Index("ix_doubts_second", "second"),
        partial("ix_doubts_open", "id", where=text("settled_at IS NULL")),
    )
    add_table(
        "merges",
        number(),
        Column("left_behind", Number, nullable=False),
        Column("kept", Number, nullable=False),
        Column("at", UtcDateTime, nullable=False),
        Column("moved", FactsDict, nullable=False),
        Column("took", FactsDict, nullable=False),
        link("by_id", "staff_members", nullable=True),
        Column("undone_at", UtcDateTime),
        partial("ix_merges_left_behind", "left_behind", where=text("undone_at IS NULL")),
        partial("ix_merges_kept", "kept", where=text("undone_at IS NULL")),
    )


def downgrade() -> None:
    op.drop_table("merges")
    op.drop_table("doubts")
    op.drop_index("ix_waiting_places_client_id", "waiting_places")
    op.drop_index("ix_travellers_born_on", "travellers")
    op.drop_index("ix_clients_merged_into", "clients")
    op.drop_column("clients", "merged_into")
