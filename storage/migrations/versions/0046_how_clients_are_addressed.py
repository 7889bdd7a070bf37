"""In which language a client is addressed, and what they are called on Telegram; whoever is there is found by it."""

from alembic import op
from sqlalchemy import Column, String

revision = "0046"
down_revision = "0045"

_FOUND_BY = """
INSERT INTO search_tokens (subject, token, subject_id)
SELECT 'client', '@' || lower(persons.username), clients.id
FROM clients JOIN persons ON persons.id = clients.person_id
WHERE persons.username IS NOT NULL
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    op.add_column("clients", Column("username", String(64), nullable=True))
    op.add_column("clients", Column("language", String(32), nullable=True))
    op.execute(_FOUND_BY)


def downgrade() -> None:
    op.execute("DELETE FROM search_tokens WHERE subject = 'client' AND token LIKE '@%'")
    op.drop_column("clients", "language")
    op.drop_column("clients", "username")
