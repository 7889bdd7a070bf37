"""What was written to a client to be sent later."""

from storage.client_data.declared import GONE, belongs_to_client

belongs_to_client(
    "later_messages",
    client="client_id",
    export=("written_at", "due_at", "text", "sent_at", "taken_back_at"),
    shred={"text": GONE},
)
