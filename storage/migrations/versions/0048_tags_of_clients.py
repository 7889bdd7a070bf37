"""Tags of clients are listed from the index of the words they are found by."""

from alembic import op

revision = "0048"
down_revision = "0047"

_EACH = {
    "sqlite": "SELECT 'tag', tag.value, clients.id FROM clients, json_each(clients.tags) AS tag",
    "postgresql": "SELECT 'tag', tag.value, clients.id FROM clients, json_array_elements_text(clients.tags) AS tag",
}


def upgrade() -> None:
    found = _EACH[op.get_context().dialect.name]
    there = "WHERE clients.tags IS NOT NULL AND clients.merged_into IS NULL ON CONFLICT DO NOTHING"
    op.execute(f"INSERT INTO search_tokens (subject, token, subject_id) {found} {there}")


def downgrade() -> None:
    op.execute("DELETE FROM search_tokens WHERE subject = 'tag'")
