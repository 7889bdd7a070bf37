"""Stored files: what documents said of their files stands in a table of its own, for every purpose."""

import sqlalchemy as sa
from alembic import op

from storage.engine.columns import UtcDateTime, Words, code, number, partial
from storage.migrations.shape import add_index, add_link, add_table

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    add_table(
        "stored_files",
        number(),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("source", Words, nullable=False),
        sa.Column("source_key", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("mime", Words, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("is_photo", sa.Boolean, nullable=False),
        sa.Column("sent_at", UtcDateTime, nullable=False),
        sa.Column("content_hash", code(), index=True),
        sa.Column("refused", code()),
        partial(
            "ix_stored_files_to_fetch",
            "sent_at",
            "id",
            where=sa.text("content_hash IS NULL AND refused IS NULL"),
        ),
    )
    add_link("documents", "stored_file_id", "stored_files")
    add_index("ix_documents_stored_file_id", "documents", "stored_file_id")
    add_index("ix_documents_without_file", "documents", "id", where=sa.text("stored_file_id IS NULL"))


def downgrade() -> None:
    op.drop_index("ix_documents_without_file", "documents")
    op.drop_index("ix_documents_stored_file_id", "documents")
    with op.batch_alter_table("documents") as documents:
        documents.drop_column("stored_file_id")
    op.drop_table("stored_files")
