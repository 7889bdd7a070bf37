"""Personal links: who was to come to a file by them. What is left of one whose client is forgotten leads nowhere."""

from datetime import UTC, datetime

from storage.client_data.declared import belongs_to_client

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

belongs_to_client(
    "personal_links",
    client="client_id",
    export=("created_at", "expires_at", "used_at"),
    shred={"expires_at": _LONG_AGO},
)
