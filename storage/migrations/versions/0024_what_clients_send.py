"""What clients send besides words, where Telegram has it, what they take back, and whether they come."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, String

from storage.engine.columns import UtcDateTime

revision = "0024"
down_revision = "0023"

NEW = {
    "interactions": (
        ("medium", String(32)),
        ("chat", BigInteger()),
        ("message", BigInteger()),
        ("taken_back_at", UtcDateTime()),
    ),
    "notices": (("copy_id", BigInteger()),),
    "deals": (("absent_at", UtcDateTime()), ("late_minutes", Integer())),
}


def upgrade() -> None:
    for table, columns in NEW.items():
        for name, kind in columns:
            op.add_column(table, Column(name, kind, nullable=True))


def downgrade() -> None:
    for table, columns in NEW.items():
        for name, _kind in columns:
            op.drop_column(table, name)
