"""Who travels with a client is kept on the client's file; the travellers of before are looked at once."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, String, text

from storage.engine.columns import Number, UtcDateTime, Words, code, link, number, partial
from storage.migrations.shape import add_index, add_table

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.add_column("travellers", Column("remembered", Boolean(), nullable=True))
    add_index("ix_travellers_unknown", "travellers", "id", where=text("remembered IS NULL"))
    add_table(
        "companions",
        number(),
        link("client_id", "clients", index=True),
        Column("relation", String(32), nullable=False),
        Column("name", Words, nullable=False),
        Column("renewed_at", UtcDateTime, nullable=False),
        Column("born_on", Date),
        Column("passport", Words),
        Column("passport_hash", code()),
        Column("passport_expires", Date),
        Column("citizenship", code(2)),
        Column("traveller", Number),
        Column("same_as", Number),
        partial(
            "ix_companions_shown",
            "client_id",
            "renewed_at",
            "id",
            "same_as",
            where=text("same_as IS NULL"),
        ),
        partial("ix_companions_passport_hash", "passport_hash", where=text("passport_hash IS NOT NULL")),
        partial("ix_companions_born_on", "born_on", where=text("born_on IS NOT NULL")),
    )


def downgrade() -> None:
    op.drop_table("companions")
    op.drop_index("ix_travellers_unknown", "travellers")
    op.drop_column("travellers", "remembered")
