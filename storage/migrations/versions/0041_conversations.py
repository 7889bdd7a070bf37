"""With each client, who waits for whom, since when, and which colleague has it."""

from alembic import op
from sqlalchemy import Column, Integer, String, text

from storage.engine.columns import Number, UtcDateTime, Words, link, number, partial
from storage.migrations.shape import add_table

revision = "0041"
down_revision = "0040"

_FOR_US = "waits = 'us'"


def upgrade() -> None:
    add_table(
        "conversations",
        number(),
        link("client_id", "clients", unique=True),
        Column("waits", String(32), nullable=False),
        Column("since", UtcDateTime, nullable=False),
        Column("words", Words, nullable=False),
        Column("medium", String(32)),
        Column("queue", String(32), nullable=False),
        Column("branch_id", Number),
        Column("question", Number),
        Column("inquiry", Number),
        Column("deal", Number),
        link("holder_id", "staff_members", nullable=True),
        Column("taken_at", UtcDateTime),
        Column("soon_at", UtcDateTime),
        Column("due_at", UtcDateTime),
        Column("alarm_at", UtcDateTime),
        Column("alarms", Integer, nullable=False, server_default=text("0")),
        partial("ix_conversations_waiting", "since", "id", where=text(_FOR_US)),
        partial("ix_conversations_nobodys", "since", "id", where=text(f"{_FOR_US} AND holder_id IS NULL")),
        partial("ix_conversations_had", "holder_id", "since", "id", where=text(_FOR_US)),
        partial("ix_conversations_late", "due_at", where=text(_FOR_US)),
        partial("ix_conversations_with_clients", "since", "id", where=text("waits = 'client'")),
        partial("ix_conversations_to_alarm", "alarm_at", "id", where=text("alarm_at IS NOT NULL")),
    )


def downgrade() -> None:
    op.drop_table("conversations")
