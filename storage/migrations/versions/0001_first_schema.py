"""The first shape: people, trips and deals, what is said and told, and the bot's own rows."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    create_people()
    create_trips_and_deals()
    create_inquiries_and_words()
    create_conversation()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def create_people() -> None:
    op.create_table(
        "persons",
        number(),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("username", WORDS),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("language_chosen", sa.Boolean(), nullable=False),
        sa.Column("unreachable_since", INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
        sa.UniqueConstraint("telegram_id", name="uq_persons_telegram_id"),
    )
    op.create_table(
        "staff_members",
        number(),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("joined_at", INSTANT, nullable=False),
        sa.Column("left_at", INSTANT),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_staff_members_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_members"),
        sa.UniqueConstraint("person_id", name="uq_staff_members_person_id"),
    )
    op.create_table(
        "invitations",
        number(),
        sa.Column("token_hash", code(128), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("created_by_id", NUMBER),
        sa.Column("used_at", INSTANT),
        sa.Column("used_by_id", NUMBER),
        sa.ForeignKeyConstraint(["created_by_id"], ["staff_members.id"], name="fk_invitations_created_by_id"),
        sa.ForeignKeyConstraint(["used_by_id"], ["persons.id"], name="fk_invitations_used_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("token_hash", name="uq_invitations_token_hash"),
    )
    op.create_table(
        "clients",
        number(),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("phone", code(64)),
        sa.Column("known_since", INSTANT, nullable=False),
        sa.Column("person_id", NUMBER),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_clients_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_clients"),
        sa.UniqueConstraint("person_id", name="uq_clients_person_id"),
    )
    op.create_index("ix_clients_phone", "clients", ["phone"])
    op.create_table(
        "search_tokens",
        sa.Column("subject", code(16), nullable=False),
        sa.Column("token", WORDS, nullable=False),
        sa.Column("subject_id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("subject", "token", "subject_id", name="pk_search_tokens"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_tokens_subject_subject_id", "search_tokens", ["subject", "subject_id"])


def create_trips_and_deals() -> None:
    op.create_table(
        "trips",
        number(),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("transport", sa.String(32), nullable=False),
        sa.Column("departs", sa.DateTime(), nullable=False),
        sa.Column("zone", code(64), nullable=False),
        sa.Column("departs_at", INSTANT, nullable=False),
        sa.Column("reminder_at", INSTANT, nullable=False),
        sa.Column("place", WORDS, nullable=False),
        sa.Column("returns", sa.Date(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("deposit_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", code(3), nullable=False),
        sa.Column("documents_due", sa.Date(), nullable=False),
        sa.Column("deposit_due", sa.Date(), nullable=False),
        sa.Column("balance_due", sa.Date(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("bring", WORDS),
        sa.Column("told_at", INSTANT),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("join_version", sa.Integer(), nullable=False),
        sa.Column("join_open", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="ck_trips_point"),
        sa.CheckConstraint("seats >= 1", name="ck_trips_seats"),
        sa.PrimaryKeyConstraint("id", name="pk_trips"),
    )
    op.create_index("ix_trips_departs_at_id", "trips", ["departs_at", "id"])
    op.create_index("ix_trips_returns", "trips", ["returns"])
    op.create_index("ix_trips_untold", "trips", ["reminder_at"], **where("told_at IS NULL"))
    op.create_table(
        "waiting_places",
        number(),
        sa.Column("trip_id", NUMBER, nullable=False),
        sa.Column("client_id", NUMBER, nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("offered_at", INSTANT),
        sa.Column("left_at", INSTANT),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_waiting_places_client_id"),
        sa.ForeignKeyConstraint(["trip_id"], ["trips.id"], name="fk_waiting_places_trip_id"),
        sa.PrimaryKeyConstraint("id", name="pk_waiting_places"),
    )
    op.create_index("ix_waiting_places_trip_id", "waiting_places", ["trip_id"])
    op.create_table(
        "deals",
        number(),
        sa.Column("client_id", NUMBER, nullable=False),
        sa.Column("title", WORDS, nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("deposit_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", code(3), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("trip_id", NUMBER),
        sa.Column("responsible_id", NUMBER),
        sa.Column("step_key", code(64), nullable=False),
        sa.Column("step_since", INSTANT),
        sa.Column("lost_reason", WORDS),
        sa.Column("closed_at", INSTANT),
        sa.Column("voucher_sent_at", INSTANT),
        sa.Column("told_at", INSTANT),
        sa.Column("confirmed_at", INSTANT),
        sa.CheckConstraint("seats >= 1", name="ck_deals_seats"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_deals_client_id"),
        sa.ForeignKeyConstraint(["responsible_id"], ["staff_members.id"], name="fk_deals_responsible_id"),
        sa.ForeignKeyConstraint(["trip_id"], ["trips.id"], name="fk_deals_trip_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deals"),
    )
    op.create_index("ix_deals_client_id", "deals", ["client_id"])
    op.create_index("ix_deals_open", "deals", ["step_key", "step_since"], **where("closed_at IS NULL"))
    op.create_index("ix_deals_open_of", "deals", ["responsible_id", "step_key"], **where("closed_at IS NULL"))
    op.create_index("ix_deals_trip_id", "deals", ["trip_id"])
    op.create_table(
        "travellers",
        number(),
        sa.Column("deal_id", NUMBER, nullable=False),
        sa.Column("relation", sa.String(32), nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("born_on", sa.Date()),
        sa.Column("passport", WORDS),
        sa.Column("passport_expires", sa.Date()),
        sa.Column("cancelled_at", INSTANT),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name="fk_travellers_deal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_travellers"),
    )
    op.create_index("ix_travellers_deal_id", "travellers", ["deal_id"])
    op.create_table(
        "payments",
        number(),
        sa.Column("deal_id", NUMBER, nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", code(3), nullable=False),
        sa.Column("method", sa.String(32), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("recorded_by_id", NUMBER),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("cancelled_at", INSTANT),
        sa.Column("cancel_reason", WORDS),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name="fk_payments_deal_id"),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["staff_members.id"], name="fk_payments_recorded_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_payments"),
    )
    op.create_index("ix_payments_deal_id", "payments", ["deal_id"])
    op.create_table(
        "documents",
        number(),
        sa.Column("deal_id", NUMBER, nullable=False),
        sa.Column("traveller_id", NUMBER),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("file_id", WORDS, nullable=False),
        sa.Column("unique_id", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("mime", WORDS, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("is_photo", sa.Boolean(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("reason", WORDS),
        sa.Column("checked_by_id", NUMBER),
        sa.Column("checked_at", INSTANT),
        sa.Column("content_hash", code(64)),
        sa.ForeignKeyConstraint(["checked_by_id"], ["staff_members.id"], name="fk_documents_checked_by_id"),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name="fk_documents_deal_id"),
        sa.ForeignKeyConstraint(["traveller_id"], ["travellers.id"], name="fk_documents_traveller_id"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )
    op.create_index("ix_documents_deal_id", "documents", ["deal_id"])
    op.create_index("ix_documents_to_fetch", "documents", ["sent_at", "id"], **where("content_hash IS NULL"))


def create_inquiries_and_words() -> None:
    op.create_table(
        "inquiries",
        number(),
        sa.Column("client_id", NUMBER, nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("destination", WORDS, nullable=False),
        sa.Column("wanted_when", WORDS),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("budget_minor", sa.BigInteger()),
        sa.Column("budget_currency", code(3)),
        sa.Column("wishes", WORDS),
        sa.Column("group_name", WORDS),
        sa.Column("trip_id", NUMBER),
        sa.Column("taken_by_id", NUMBER),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("reason", WORDS),
        sa.Column("deal_id", NUMBER),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_inquiries_client_id"),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name="fk_inquiries_deal_id"),
        sa.ForeignKeyConstraint(["taken_by_id"], ["staff_members.id"], name="fk_inquiries_taken_by_id"),
        sa.ForeignKeyConstraint(["trip_id"], ["trips.id"], name="fk_inquiries_trip_id"),
        sa.PrimaryKeyConstraint("id", name="pk_inquiries"),
    )
    op.create_index("ix_inquiries_client_id", "inquiries", ["client_id"])
    op.create_index("ix_inquiries_open", "inquiries", ["received_at", "id"], **where("state = 'open'"))
    op.create_table(
        "interactions",
        number(),
        sa.Column("client_id", NUMBER, nullable=False),
        sa.Column("how", sa.String(32), nullable=False),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("staff_id", NUMBER),
        sa.Column("inquiry_id", NUMBER),
        sa.Column("deal_id", NUMBER),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_interactions_client_id"),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name="fk_interactions_deal_id"),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiries.id"], name="fk_interactions_inquiry_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff_members.id"], name="fk_interactions_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_interactions"),
    )
    op.create_index("ix_interactions_client_id_at", "interactions", ["client_id", "at"])
    op.create_table(
        "history",
        number(),
        sa.Column("subject", code(16), nullable=False),
        sa.Column("subject_id", NUMBER, nullable=False),
        sa.Column("what", code(64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("actor", WORDS, nullable=False),
        sa.Column("actor_person_id", NUMBER),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["actor_person_id"], ["persons.id"], name="fk_history_actor_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
    )
    op.create_index("ix_history_subject_subject_id_id", "history", ["subject", "subject_id", "id"])
    op.create_table(
        "notices",
        number(),
        sa.Column("key", WORDS, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("useless_after", INSTANT),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("leased_until", INSTANT),
        sa.Column("sent_at", INSTANT),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("error", WORDS),
        sa.Column("deal_id", NUMBER),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_notices_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.UniqueConstraint("key", name="uq_notices_key"),
    )
    op.create_index("ix_notices_deal_id", "notices", ["deal_id"])
    op.create_index(
        "ix_notices_undelivered", "notices", ["due_at", "id"], **where("state IN ('waiting', 'sending')")
    )
    op.create_index(
        "ix_notices_undelivered_useless",
        "notices",
        ["useless_after"],
        **where("state IN ('waiting', 'sending')"),
    )
    op.create_index(
        "ix_notices_undelivered_to",
        "notices",
        ["person_id", "due_at"],
        **where("state IN ('waiting', 'sending')"),
    )


def create_conversation() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("lane", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("state", code(16), nullable=False),
        sa.Column("error", WORDS),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_done", "inbox", ["received_at"], **where("state = 'done'"))
    op.create_index("ix_inbox_waiting", "inbox", ["update_id", "lane"], **where("state = 'waiting'"))
    op.create_table(
        "screens",
        number(),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("view", sa.JSON(), nullable=False),
        sa.Column("actions", sa.JSON(), nullable=False),
        sa.Column("state", sa.JSON()),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_screens_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_screens"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_screens_person_id_updated_at", "screens", ["person_id", "updated_at"])


def number() -> sa.Column[int]:
    return sa.Column("id", NUMBER, autoincrement=True, nullable=False)


def code(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


TABLES = (
    "screens",
    "inbox",
    "notices",
    "history",
    "interactions",
    "inquiries",
    "documents",
    "payments",
    "travellers",
    "deals",
    "waiting_places",
    "trips",
    "search_tokens",
    "clients",
    "invitations",
    "staff_members",
    "persons",
)
