"""What an agency writes for others may be given in several languages."""

from alembic import op
from sqlalchemy import Column, text

from domain.values.language import Language
from storage.engine.columns import Facts, one_of

revision = "0008"
down_revision = "0007"

TRANSLATED = ("trips", "inquiries", "deals")


def upgrade() -> None:
    op.add_column("trips", Column("written_in", one_of(Language)))
    for table in TRANSLATED:
        op.add_column(table, Column("translations", Facts, nullable=False, server_default=text("'{}'")))


def downgrade() -> None:
    for table in TRANSLATED:
        op.drop_column(table, "translations")
    op.drop_column("trips", "written_in")
