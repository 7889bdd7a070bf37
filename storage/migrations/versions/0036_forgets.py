"""Who is to be forgotten, or was."""

from alembic import op
from sqlalchemy import Column, text

from storage.engine.columns import Facts, UtcDateTime, link, number, partial
from storage.migrations.shape import add_table

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.add_column("clients", Column("forgotten_at", UtcDateTime, nullable=True))
    add_table(
        "forgets",
        number(),
        link("client_id", "clients", index=True),
        Column("asked_at", UtcDateTime, nullable=False),
        link("by_id", "staff_members", nullable=True),
        Column("due_at", UtcDateTime),
        Column("taken_back_at", UtcDateTime),
        Column("done_at", UtcDateTime),
        link("person_id", "persons", nullable=True),
        Column("hashes", Facts, nullable=False),
        Column("cut_at", UtcDateTime),
        partial("ix_forgets_open", "id", where=text("taken_back_at IS NULL AND cut_at IS NULL")),
    )


def downgrade() -> None:
    op.drop_table("forgets")
    op.drop_column("clients", "forgotten_at")
