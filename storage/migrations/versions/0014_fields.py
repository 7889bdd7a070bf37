"""Extra fields: what was filled in of each thing, sealed; which fields were ever used, and the files sent for them."""

from alembic import op
from sqlalchemy import Column, Index

from storage.engine.columns import Number, Words, code, link, number
from storage.migrations.shape import add_table

revision = "0014"
down_revision = "0013"

WITH_FIELDS = ("clients", "deals", "inquiries", "travellers", "trips")


def upgrade() -> None:
    for table in WITH_FIELDS:
        op.add_column(table, Column("extra", Words))
    add_table("used_fields", number(), Column("key", code(), nullable=False, unique=True))
    add_table(
        "field_files",
        number(),
        link("stored_file_id", "stored_files", index=True),
        Column("subject", code(32), nullable=False),
        Column("subject_id", Number, nullable=False),
        Column("field_key", code(), nullable=False),
        Column("sent_by", Number),
        Index("ix_field_files_subject_subject_id", "subject", "subject_id"),
    )


def downgrade() -> None:
    op.drop_table("field_files")
    op.drop_table("used_fields")
    for table in WITH_FIELDS:
        op.drop_column(table, "extra")
