"""What was translated of a client's words, and for them."""

from storage.client_data.declared import GONE, belongs_to_client

belongs_to_client(
    "translations",
    client="client_id",
    export=("asked_at", "text", "translated", "into"),
    shred={"text": GONE, "translated": None},
)
