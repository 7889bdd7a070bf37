"""What is known of clients: how they are reached, what they like, where they come from, who looks after them."""

from typing import Any

from alembic import op
from sqlalchemy import Column, Date, Integer, String, text

from storage.engine.columns import Keys, Number, Words
from storage.migrations.shape import add_index, add_link

revision = "0028"
down_revision = "0027"

_CODE = String(32)
COLUMNS: dict[str, Any] = {
    "latin_name": Words,
    "born_on": Date,
    "email": Words,
    "address": Words,
    "prefers": _CODE,
    "stars": Integer,
    "nights": Integer,
    "board": _CODE,
    "sea_line": _CODE,
    "habit": Words,
    "needs": Words,
    "source": Words,
    "referred_by": Number,
    "tags": Keys,
    "branch_id": Number,
    "ask_next": Words,
    "told": Keys,
}
FOUND_BY = ("born_on", "email", "referred_by", "responsible_id")


def upgrade() -> None:
    for name, kind in COLUMNS.items():
        op.add_column("clients", Column(name, kind, nullable=True))
    add_link("clients", "responsible_id", "staff_members")
    for name in FOUND_BY:
        add_index(f"ix_clients_{name}", "clients", name, where=text(f"{name} IS NOT NULL"))


def downgrade() -> None:
    for name in FOUND_BY:
        op.drop_index(f"ix_clients_{name}", "clients")
    with op.batch_alter_table("clients") as clients:
        clients.drop_column("responsible_id")
    for name in COLUMNS:
        op.drop_column("clients", name)
