"""Imports of clients, and their rows."""

from alembic import op
from sqlalchemy import Boolean, Column, Index, Integer, String

from storage.engine.columns import FactsDict, Keys, Number, UtcDateTime, Words, code, link, number, of_branch
from storage.migrations.shape import add_table

revision = "0031"
down_revision = "0030"

_CODE = String(32)


def upgrade() -> None:
    add_table(
        "client_imports",
        number(),
        link("by_id", "staff_members"),
        link("file_id", "stored_files", index=True),
        Column("sent_at", UtcDateTime, nullable=False),
        of_branch(),
        Column("state", _CODE, nullable=False, index=True),
        Column("layout", FactsDict, nullable=False),
        Column("sample", Words),
        Column("read_upto", Integer, nullable=False),
        Column("counts", FactsDict, nullable=False),
        Column("refused", FactsDict, nullable=False),
        Column("message", Number),
        Column("done_at", UtcDateTime),
    )
    add_table(
        "imported_rows",
        number(),
        Column("imported", Number, nullable=False),
        Column("line", Integer, nullable=False),
        Column("state", _CODE, nullable=False),
        Column("why", code()),
        Column("about", Words),
        Column("facts", Words),
        Column("phone", code()),
        Column("email", Words),
        Column("client", Number, index=True),
        Column("filled", Keys),
        Column("note", Number),
        Column("settled", Boolean, nullable=False),
        Index(None, "imported", "state", "id"),
        Index(None, "imported", "phone"),
        Index(None, "imported", "email"),
    )


def downgrade() -> None:
    op.drop_table("imported_rows")
    op.drop_table("client_imports")
