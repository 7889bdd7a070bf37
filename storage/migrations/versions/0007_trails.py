"""The way back: each screen knows the views it was reached through."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("screens", sa.Column("trail", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("screens", "trail")
