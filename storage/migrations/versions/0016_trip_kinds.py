"""A trip may be of a kind the owner has named."""

from alembic import op
from sqlalchemy import Column

from storage.engine.columns import code

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("trips", Column("kind", code(), nullable=True))


def downgrade() -> None:
    op.drop_column("trips", "kind")
