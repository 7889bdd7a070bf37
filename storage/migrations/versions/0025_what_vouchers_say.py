"""What the voucher of a client says, as a digest, so that it is seen when a new one is due."""

from alembic import op
from sqlalchemy import Column

from storage.engine.columns import code

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.add_column("deals", Column("voucher_says", code(), nullable=True))


def downgrade() -> None:
    op.drop_column("deals", "voucher_says")
