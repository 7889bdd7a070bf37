"""What people have agreed to, which version of the privacy notice they were told, and copies of data they asked for."""

from alembic import op
from sqlalchemy import Column, Integer, String, text

from storage.engine.columns import Facts, UtcDateTime, link, number, partial
from storage.migrations.shape import add_table

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.add_column("persons", Column("privacy_told", Integer, nullable=True))
    op.add_column("persons", Column("privacy_agreed", Integer, nullable=True))
    add_table(
        "consents",
        number(),
        link("person_id", "persons", nullable=True),
        link("client_id", "clients", nullable=True),
        Column("kind", String(32), nullable=False),
        Column("version", Integer),
        Column("language", String(32)),
        Column("how", String(32), nullable=False),
        Column("given_at", UtcDateTime, nullable=False),
        link("by_id", "staff_members", nullable=True),
        Column("withdrawn_at", UtcDateTime),
        link("withdrawn_by_id", "staff_members", nullable=True),
        partial("ix_consents_person_id", "person_id", where=text("person_id IS NOT NULL")),
        partial("ix_consents_client_id", "client_id", where=text("client_id IS NOT NULL")),
    )
    add_table(
        "data_copies",
        number(),
        link("client_id", "clients", index=True),
        link("to_id", "persons", index=True),
        Column("asked_at", UtcDateTime, nullable=False),
        link("by_id", "staff_members", nullable=True),
        Column("parts", Facts, nullable=False),
        Column("made_at", UtcDateTime),
        Column("cleared_at", UtcDateTime),
        partial("ix_data_copies_to_make", "id", where=text("made_at IS NULL")),
        partial("ix_data_copies_to_clear", "made_at", where=text("cleared_at IS NULL")),
    )


def downgrade() -> None:
    op.drop_table("data_copies")
    op.drop_table("consents")
    op.drop_column("persons", "privacy_agreed")
    op.drop_column("persons", "privacy_told")
