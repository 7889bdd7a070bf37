"""What clients have asked for, and the lines they wait in."""

from storage.client_data.declared import belongs_to_client, opens, subject_of_client
from storage.mapping import inquiries

belongs_to_client(
    "inquiries",
    client="client_id",
    export=(
        "channel",
        "kind",
        "destination",
        "wanted_when",
        "heads",
        "received_at",
        "wishes",
        "group_name",
        "extra",
        "source",
    ),
    shred={"wishes": None, "group_name": None, "reason": None, "extra": None},
    opens={"extra": opens(inquiries.c.extra)},
    stays={
        "destination": "what people ask for is counted",
        "wanted_when": "what people ask for is counted",
        "translations": "names of our own trips",
        "source": "which of our own web sites it was",
    },
)
belongs_to_client("waiting_places", client="client_id", export=("seats", "since", "offered_at", "left_at"))
subject_of_client("inquiry", "inquiries")
