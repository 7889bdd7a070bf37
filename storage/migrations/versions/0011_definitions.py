"""What the owner settles about the agency is data."""

from alembic import op
from sqlalchemy import Column, Integer, UniqueConstraint

from storage.engine.columns import Facts, Number, code, number
from storage.migrations.shape import add_table

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    add_table(
        "definitions",
        number(),
        Column("kind", code(32), nullable=False),
        Column("key", code(), nullable=False),
        Column("body", Facts, nullable=False),
        Column("revision", Integer, nullable=False),
        UniqueConstraint("kind", "key"),
    )
    add_table(
        "definitions_version",
        Column("id", Number, primary_key=True, autoincrement=False),
        Column("version", Number, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("definitions_version")
    op.drop_table("definitions")
