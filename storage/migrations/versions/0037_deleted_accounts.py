"""Whose Telegram account is no more."""

from alembic import op
from sqlalchemy import Boolean, Column

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.add_column("persons", Column("account_deleted", Boolean, nullable=True))


def downgrade() -> None:
    op.drop_column("persons", "account_deleted")
