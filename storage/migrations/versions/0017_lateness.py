"""What is expected of deals and by when, unanswered questions, and what is brought up again."""

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, Date, Integer, text

from storage.engine.columns import Facts, UtcDateTime, code
from storage.migrations.shape import add_index

revision = "0017"
down_revision = "0016"

AT_ONCE = text("'1970-01-01'")
"""The program looks at every deal there is, and writes down what is due of it."""

NEW = {
    "deals": (
        "reminded",
        "due_on",
        "due_what",
        "money_due_on",
        "money_due_minor",
        "rest_due_on",
        "rest_due_minor",
        "decide_on",
        "look_on",
    ),
    "inquiries": ("bring_up_at", "brought_up"),
    "interactions": ("answered_at", "bring_up_at", "brought_up"),
    "clients": ("zone", "muted_at", "reminded_on"),
}
"""New columns, by table; what their names end in says of what type they are."""

INDEXES = (
    ("ix_deals_due", "deals", ("due_on", "id"), "due_on IS NOT NULL"),
    ("ix_deals_due_of", "deals", ("responsible_id", "due_on", "id"), "due_on IS NOT NULL"),
    ("ix_deals_money_due", "deals", ("money_due_on", "id"), "money_due_on IS NOT NULL"),
    ("ix_deals_to_decide", "deals", ("decide_on", "id"), "decide_on IS NOT NULL"),
    ("ix_deals_to_look_at", "deals", ("look_on", "id"), "look_on IS NOT NULL"),
    ("ix_inquiries_untaken", "inquiries", ("received_at", "id"), "state = 'open' AND taken_by_id IS NULL"),
    ("ix_inquiries_to_bring_up", "inquiries", ("bring_up_at", "id"), "bring_up_at IS NOT NULL"),
    (
        "ix_interactions_unanswered",
        "interactions",
        ("at", "id"),
        "how = 'question' AND staff_id IS NULL AND answered_at IS NULL",
    ),
    ("ix_interactions_to_bring_up", "interactions", ("bring_up_at", "id"), "bring_up_at IS NOT NULL"),
)

ANSWERED = text(
    "UPDATE interactions SET answered_at = at WHERE how = 'question' AND EXISTS (SELECT 1 FROM interactions AS later"
    " WHERE later.client_id = interactions.client_id AND later.how IN ('answer', 'call') AND later.at >= interactions.at)"
)
LOST = text("UPDATE deals SET look_on = NULL WHERE step_key = 'lost'")


def upgrade() -> None:
    for table, names in NEW.items():
        for name in names:
            op.add_column(table, _column(name))
    op.execute(ANSWERED)
    op.execute(LOST)
    for index, table, columns, where in INDEXES:
        add_index(index, table, *columns, where=text(where))


def downgrade() -> None:
    for index, table, _columns, _where in INDEXES:
        op.drop_index(index, table)
    for table, names in NEW.items():
        for name in names:
            op.drop_column(table, name)


def _column(name: str) -> Column[Any]:
    if name == "look_on":
        return Column(name, Date, server_default=AT_ONCE)
    if name == "reminded":
        return Column(name, Facts, nullable=False, server_default=text("'{}'"))
    if name == "brought_up":
        return Column(name, Integer, nullable=False, server_default=text("0"))
    if name in {"zone", "due_what"}:
        return Column(name, code())
    types = {"_on": Date, "_at": UtcDateTime, "_minor": BigInteger}
    return Column(name, next(kind for ending, kind in types.items() if name.endswith(ending)))
