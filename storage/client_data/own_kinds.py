"""The agency's own lists hold nothing of clients; what hangs on a client's things is theirs to know."""

from sqlalchemy import ColumnElement

from storage.client_data.declared import about_things_of, belongs_to_client, nothing_of_clients
from storage.mapping import own_item_links


def _hung(client: int) -> ColumnElement[bool]:
    return about_things_of(client, own_item_links.c.subject, own_item_links.c.subject_id)


nothing_of_clients("own_items", "what the agency keeps lists of")
belongs_to_client(
    "own_item_links", _hung, export=("subject", "subject_id", "item_id", "hung_at"), deleted=True
)
