"""Deals with what belongs to them: who travels, what was paid, which papers came."""

from storage.client_data.declared import GONE, belongs_to_client, opens, subject_of_client
from storage.mapping import deals, travellers

belongs_to_client(
    "deals",
    client="client_id",
    export=("title", "seats", "price_minor", "deposit_minor", "currency", "created_at", "closed_at", "extra"),
    shred={"lost_reason": None, "extra": None},
    opens={"extra": opens(deals.c.extra)},
    stays={
        "title": "what was sold, as the books have it",
        "translations": "the same in other languages",
        "reminded": "which reminders went out",
    },
)
belongs_to_client(
    "travellers",
    through="deal_id",
    export=(
        "relation",
        "name",
        "born_on",
        "passport",
        "passport_expires",
        "citizenship",
        "cancelled_at",
        "extra",
    ),
    shred={
        "name": GONE,
        "born_on": None,
        "citizenship": None,
        "passport": None,
        "passport_hash": None,
        "passport_expires": None,
        "named": True,
        "remembered": True,
        "extra": None,
    },
    opens={"passport": opens(travellers.c.passport), "extra": opens(travellers.c.extra)},
)
belongs_to_client(
    "payments",
    through="deal_id",
    export=("minor", "currency", "method", "received_on", "cancelled_at"),
    shred={"cancel_reason": None},
)
belongs_to_client(
    "documents",
    through="deal_id",
    export=("kind", "state"),
    shred={"name": GONE, "file_id": "", "unique_id": "", "reason": None},
    stays={"mime": "a kind of file"},
)
subject_of_client("deal", "deals")
subject_of_client("traveller", "travellers")
