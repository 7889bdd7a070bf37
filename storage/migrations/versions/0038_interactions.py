"""What interactions tell besides their words: what a note is of, an album, a voice, edits, what did not arrive."""

from alembic import op
from sqlalchemy import JSON, BigInteger, Column, Integer, String, text

from storage.engine.columns import Number, UtcDateTime, Words, code, link, number
from storage.migrations.shape import add_index, add_link, add_table

revision = "0038"
down_revision = "0037"

NEW = (
    ("source_chat", BigInteger()),
    ("source_message", BigInteger()),
    ("form", String(32)),
    ("direction", String(32)),
    ("result", String(32)),
    ("album", JSON(none_as_null=True)),
    ("album_key", code()),
    ("seconds", Integer()),
    ("answers", Number),
    ("now_reads", Words()),
    ("edited_at", UtcDateTime()),
    ("undelivered_at", UtcDateTime()),
    ("undelivered_why", String(32)),
)


def upgrade() -> None:
    for name, kind in NEW:
        op.add_column("interactions", Column(name, kind, nullable=True))
    add_link("interactions", "stored_file_id", "stored_files")
    sent = text("source_chat IS NOT NULL")
    add_index("ix_interactions_source", "interactions", "source_chat", "source_message", where=sent)
    kept = text("stored_file_id IS NOT NULL")
    add_index("ix_interactions_stored_file_id", "interactions", "stored_file_id", where=kept)
    add_table(
        "interaction_edits",
        number(),
        link("interaction_id", "interactions", index=True),
        Column("text", Words, nullable=False),
        Column("at", UtcDateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("interaction_edits")
    op.drop_index("ix_interactions_source", "interactions")
    op.drop_index("ix_interactions_stored_file_id", "interactions")
    op.drop_column("interactions", "stored_file_id")
    for name, _kind in NEW:
        op.drop_column("interactions", name)
