"""What colleagues write of a client's journeys, and whether these are settled."""

from storage.client_data.declared import belongs_to_client

belongs_to_client("settlements", through="deal_id", export=("settled_at",))
belongs_to_client(
    "journey_records",
    through="deal_id",
    export=("written_at", "mark", "pleased", "annoyed", "wants_next", "words"),
    shred={"pleased": None, "annoyed": None, "wants_next": None, "market": None, "words": None},
)
