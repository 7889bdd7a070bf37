"""What a line of a topic shows besides interactions, and from which message in a topic a translation is sent."""

from alembic import op
from sqlalchemy import BigInteger, Column, text

from storage.engine.columns import Number
from storage.migrations.shape import add_index

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.add_column("topic_lines", Column("number", Number, nullable=True))
    op.add_column("translations", Column("source_chat", BigInteger, nullable=True))
    op.add_column("translations", Column("source_message", BigInteger, nullable=True))
    source = "source_chat", "source_message"
    add_index("ix_translations_source", "translations", *source, where=text("source_chat IS NOT NULL"))


def downgrade() -> None:
    op.drop_index("ix_translations_source", "translations")
    op.drop_column("translations", "source_message")
    op.drop_column("translations", "source_chat")
    op.drop_column("topic_lines", "number")
