"""Lists that an agency makes up: their items, and where these hang."""

from alembic import op
from sqlalchemy import Column, Index

from storage.engine.columns import Number, UtcDateTime, Words, code, link, number, of_branch
from storage.migrations.shape import add_table

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    add_table(
        "own_items",
        number(),
        Column("kind", code(), nullable=False),
        Column("name", Words, nullable=False),
        Column("created_at", UtcDateTime, nullable=False),
        Column("notes", Words),
        of_branch(),
        Column("retired_at", UtcDateTime),
        Column("extra", Words),
        Index("ix_own_items_kind_name_id", "kind", "name", "id"),
    )
    add_table(
        "own_item_links",
        number(),
        link("item_id", "own_items", index=True),
        Column("subject", code(32), nullable=False),
        Column("subject_id", Number, nullable=False),
        Column("hung_at", UtcDateTime, nullable=False),
        Index("ix_own_item_links_subject_subject_id_id", "subject", "subject_id", "id"),
    )


def downgrade() -> None:
    op.drop_table("own_item_links")
    op.drop_table("own_items")
