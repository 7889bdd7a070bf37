"""What colleagues notice of the market, what is written after journeys, and messages sent later."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, Integer, String, text

from storage.engine.columns import FactsDict, UtcDateTime, Words, code, link, number, partial
from storage.migrations.shape import add_table

revision = "0039"
down_revision = "0038"

_SHOWN = text("withdrawn_at IS NULL")


def upgrade() -> None:
    add_table(
        "observations",
        number(),
        link("author_id", "staff_members"),
        Column("about", String(32), nullable=False),
        Column("name", Words, nullable=False),
        Column("key", code(100), nullable=False),
        Column("text", Words, nullable=False),
        Column("noted_at", UtcDateTime, nullable=False),
        Column("translations", FactsDict, nullable=False, server_default=text("'{}'")),
        link("file_id", "stored_files", nullable=True, index=True),
        Column("changed_at", UtcDateTime),
        Column("withdrawn_at", UtcDateTime),
        partial("ix_observations_shown", "about", "key", "id", where=_SHOWN),
        partial("ix_observations_about", "about", "id", where=_SHOWN),
    )
    add_table(
        "settlements",
        number(),
        link("deal_id", "deals", unique=True),
        Column("opened_at", UtcDateTime, nullable=False),
        Column("guided", Boolean, nullable=False),
        Column("ask_on", Date),
        Column("asked", Integer, nullable=False),
        Column("data_at", UtcDateTime),
        Column("record_at", UtcDateTime),
        Column("guides_record_at", UtcDateTime),
        Column("settled_at", UtcDateTime),
        link("settled_by_id", "staff_members", nullable=True),
        partial("ix_settlements_unsettled", "id", "deal_id", where=text("settled_at IS NULL")),
        partial("ix_settlements_to_ask", "ask_on", "id", where=text("ask_on IS NOT NULL")),
    )
    add_table(
        "journey_records",
        number(),
        link("author_id", "staff_members"),
        Column("writer", String(32), nullable=False),
        Column("written_at", UtcDateTime, nullable=False, index=True),
        Column("mark", Integer, nullable=False),
        link("deal_id", "deals", nullable=True, index=True),
        link("trip_id", "trips", nullable=True),
        Column("pleased", Words),
        Column("annoyed", Words),
        Column("wants_next", Words),
        Column("market", Words),
        Column("words", Words),
        Column("changed_at", UtcDateTime),
        partial("ix_journey_records_of_trip", "trip_id", where=text("deal_id IS NULL")),
    )
    add_table(
        "later_messages",
        number(),
        link("author_id", "staff_members"),
        link("client_id", "clients", index=True),
        Column("text", Words, nullable=False),
        Column("written_at", UtcDateTime, nullable=False),
        Column("due_at", UtcDateTime, nullable=False),
        link("inquiry_id", "inquiries", nullable=True),
        link("deal_id", "deals", nullable=True),
        Column("sent_at", UtcDateTime),
        Column("taken_back_at", UtcDateTime),
        Column("held", String(32)),
        partial(
            "ix_later_messages_of_author",
            "author_id",
            "due_at",
            "id",
            where=text("sent_at IS NULL AND taken_back_at IS NULL"),
        ),
        partial(
            "ix_later_messages_to_send",
            "due_at",
            "id",
            where=text("sent_at IS NULL AND taken_back_at IS NULL AND held IS NULL"),
        ),
    )


def downgrade() -> None:
    op.drop_table("later_messages")
    op.drop_table("journey_records")
    op.drop_table("settlements")
    op.drop_table("observations")
