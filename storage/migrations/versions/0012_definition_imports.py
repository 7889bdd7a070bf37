"""Files of definitions that owners have sent."""

from alembic import op
from sqlalchemy import Column

from storage.engine.columns import UtcDateTime, Words, link, number
from storage.migrations.shape import add_table

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    add_table(
        "definition_imports",
        number(),
        link("by_id", "staff_members"),
        link("file_id", "stored_files", index=True),
        Column("sent_at", UtcDateTime, nullable=False),
        Column("text", Words),
        Column("applied_at", UtcDateTime),
    )


def downgrade() -> None:
    op.drop_table("definition_imports")
