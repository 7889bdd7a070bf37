"""Passports sealed, the history chained, wrong links counted. An older program goes on without any of it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("travellers", sa.Column("passport_hash", code(64)))
    op.create_index(
        "ix_travellers_passport_hash", "travellers", ["passport_hash"], **where("passport_hash IS NOT NULL")
    )
    op.create_index(
        "ix_travellers_in_clear", "travellers", ["id"], **where("substr(passport, 1, 7) <> 'sealed:'")
    )
    for column in (sa.Column("mark", code(64)), sa.Column("place", NUMBER), sa.Column("seal", code(64))):
        op.add_column("history", column)
    op.create_index("ix_history_unsealed", "history", ["id"], **where("seal IS NULL"))
    create_tables()


def downgrade() -> None:
    for table in ("wrong_links", "history_files", "sealing"):
        op.drop_table(table)
    op.drop_index("ix_history_unsealed", "history")
    for column in ("seal", "place", "mark"):
        op.drop_column("history", column)
    op.drop_index("ix_travellers_in_clear", "travellers")
    op.drop_index("ix_travellers_passport_hash", "travellers")
    op.drop_column("travellers", "passport_hash")


def create_tables() -> None:
    op.create_table(
        "sealing",
        sa.Column("name", code(64), nullable=False),
        sa.Column("value", WORDS, nullable=False),
        sa.Column("mark", code(64)),
        sa.PrimaryKeyConstraint("name", name="pk_sealing"),
    )
    op.create_table(
        "history_files",
        sa.Column("subject", code(16), nullable=False),
        sa.Column("subject_id", NUMBER, nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("last_seal", code(64), nullable=False),
        sa.Column("mark", code(64), nullable=False),
        sa.PrimaryKeyConstraint("subject", "subject_id", name="pk_history_files"),
    )
    op.create_table(
        "wrong_links",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_wrong_links_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_wrong_links"),
    )
    op.create_index("ix_wrong_links_person_id_at", "wrong_links", ["person_id", "at"])
    op.create_index("ix_wrong_links_at", "wrong_links", ["at"])


def code(length: int) -> Any:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
