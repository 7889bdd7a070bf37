"""Copies of clients' data: where the ZIPs lie for a day."""

from storage.client_data.declared import belongs_to_client

belongs_to_client("data_copies", client="client_id", export=("asked_at",), deleted=True)
