"""That something waits with a client, and the beginning of what was said: the words themselves stand with the interactions."""

from storage.client_data.declared import belongs_to_client

belongs_to_client("conversations", client="client_id", export=("since", "waits", "words"), deleted=True)
