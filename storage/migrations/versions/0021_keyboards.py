"""Which keys stand under a colleague's input field."""

from alembic import op
from sqlalchemy import Column

from storage.engine.columns import code

revision = "0021"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("persons", Column("keyboard", code(), nullable=True))


def downgrade() -> None:
    op.drop_column("persons", "keyboard")
