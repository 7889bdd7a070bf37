"""${message}."""

import sqlalchemy as sa
from alembic import op

from storage.engine.columns import UtcDateTime, Words, code, link, number, one_of, partial
from storage.migrations.shape import add_index, add_table

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
