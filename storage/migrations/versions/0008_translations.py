"""What an agency writes for others may be given in several languages."""

from alembic import op
from sqlalchemy import Column, String, text

from storage.engine.columns import Facts

revision = "0008"
down_revision = "0007"

TRANSLATED = ("trips", "inquiries", "deals")


def upgrade() -> None:
    op.add_column("trips", Column("written_in", String(32)))
    for table in TRANSLATED:
        op.add_column(table, Column("translations", Facts, nullable=False, server_default=text("'{}'")))


def downgrade() -> None:
    for table in TRANSLATED:
        op.drop_column(table, "translations")
    op.drop_column("trips", "written_in")
