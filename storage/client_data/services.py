"""What was booked for a client's deals: their title may name who travels, and so may what a supplier writes."""

from storage.client_data.declared import GONE, belongs_to_client, subject_of_client

belongs_to_client(
    "services",
    through="deal_id",
    export=(
        "kind",
        "title",
        "begins_on",
        "begins_clock",
        "begins_place",
        "ends_on",
        "ends_clock",
        "ends_place",
        "confirmation",
        "free_until",
        "price_minor",
        "price_currency",
        "status",
    ),
    shred={
        "title": GONE,
        "begins_place": None,
        "ends_place": None,
        "confirmation": None,
        "words": None,
        "supplier_words": None,
        "link_hash": None,
        "link_until": None,
    },
)
subject_of_client("service", "services")
