"""The topics of clients in the groups of the staff. Of who is forgotten the topic itself is deleted, by its number."""

from storage.client_data.declared import GONE, belongs_to_client

belongs_to_client("client_topics", client="client_id", export=("since", "ended_at"), shred={"name": GONE})
belongs_to_client("topic_lines", through="topic_id", shred={"text": None})
