"""Suppliers."""

from alembic import op
from sqlalchemy import Column, String, text

from storage.engine.columns import Keys, UtcDateTime, Words, code, number, of_branch, partial
from storage.migrations.shape import add_table

revision = "0043"
down_revision = "0042"

_AT_WORK = text("retired_at IS NULL")


def upgrade() -> None:
    add_table(
        "suppliers",
        number(),
        Column("name", Words, nullable=False),
        Column("kind", String(32), nullable=False),
        Column("added_at", UtcDateTime, nullable=False),
        Column("key", code(100), nullable=False, index=True),
        Column("contact", Words),
        Column("phone", Words),
        Column("email", Words),
        Column("languages", Keys),
        Column("terms", Words),
        Column("former", Keys),
        of_branch(),
        Column("retired_at", UtcDateTime),
        partial("ix_suppliers_at_work", "name", "id", where=_AT_WORK),
        partial("ix_suppliers_of_kind", "kind", "name", "id", where=_AT_WORK),
        partial("ix_suppliers_retired", "name", "id", where=text("retired_at IS NOT NULL")),
    )


def downgrade() -> None:
    op.drop_table("suppliers")
