"""Who travels with a client is kept on the client's file; travellers of before are looked at once. Clients are families."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, Index, String, UniqueConstraint, text

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
    add_table("families", number(), Column("founded_at", UtcDateTime, nullable=False))
    add_table(
        "family_members",
        number(),
        link("family_id", "families", index=True),
        link("client_id", "clients", unique=True),
        Column("since", UtcDateTime, nullable=False),
    )
    add_table(
        "family_proposals",
        number(),
        Column("first", Number, nullable=False),
        Column("second", Number, nullable=False),
        Column("why", String(32)),
        Column("noticed_at", UtcDateTime, nullable=False),
        Column("settled_at", UtcDateTime),
        UniqueConstraint("first", "second", name="uq_family_proposals_first_second"),
        Index("ix_family_proposals_second", "second"),
        partial("ix_family_proposals_open", "id", where=text("settled_at IS NULL")),
    )


def downgrade() -> None:
    op.drop_table("family_proposals")
    op.drop_table("family_members")
    op.drop_table("families")
    op.drop_table("companions")
    op.drop_index("ix_travellers_unknown", "travellers")
    op.drop_column("travellers", "remembered")
