"""What clients have agreed to: under the number of their file, or of the person they are in Telegram."""

from sqlalchemy import ColumnElement, or_

from storage.client_data.declared import belongs_to_client, numbers
from storage.mapping import consents


def _theirs(client: int) -> ColumnElement[bool]:
    return or_(consents.c.client_id == client, consents.c.person_id.in_(numbers("persons", client)))


belongs_to_client(
    "consents",
    _theirs,
    client="client_id",
    export=("kind", "version", "language", "how", "given_at", "withdrawn_at"),
    deleted=True,
)
