"""Deals with what belongs to them: who travels, what was paid, which papers came."""

from storage.client_data.declared import GONE, belongs_to_client, subject_of_client
from storage.crypto.sealed import SealedText, place_of
from storage.mapping import travellers
from storage.session import Session


def _passport(session: Session, number: int, kept: SealedText | None) -> str | None:
    if kept is None:
        return None
    return kept.put(place_of(travellers.c.passport, number), session.keys).opened()


belongs_to_client(
    "deals",
    client="client_id",
    export=("title", "seats", "price_minor", "deposit_minor", "currency", "created_at", "closed_at"),
    shred={"lost_reason": None},
    stays={"title": "what was sold, as the books have it", "translations": "the same in other languages"},
)
belongs_to_client(
    "travellers",
    through="deal_id",
    export=("relation", "name", "born_on", "passport", "passport_expires", "cancelled_at"),
    shred={
        "name": GONE,
        "born_on": None,
        "passport": None,
        "passport_hash": None,
        "passport_expires": None,
    },
    opens={"passport": _passport},
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
