"""By whose clock a person lives, as they told us. What `clients` had for it was never filled, and is not used any more."""

from alembic import op
from sqlalchemy import Column

from storage.engine.columns import code

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.add_column("persons", Column("zone", code(), nullable=True))


def downgrade() -> None:
    op.drop_column("persons", "zone")
