"""What was found for what clients have asked for."""

from storage.client_data.declared import GONE, belongs_to_client

belongs_to_client(
    "offers",
    through="inquiry_id",
    export=("title", "price_minor", "price_currency", "starts", "ends", "words", "sent_at", "answered_at"),
    shred={"title": GONE, "words": None, "note": None, "link": None},
)
