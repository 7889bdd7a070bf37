"""Who travels with a client, as the client told it: theirs to have, and gone with the file."""

from storage.client_data.declared import belongs_to_client, opens, subject_of_client
from storage.mapping.companions import companions

belongs_to_client(
    "companions",
    client="client_id",
    export=("relation", "name", "born_on", "passport", "passport_expires", "citizenship", "renewed_at"),
    deleted=True,
    opens={"passport": opens(companions.c.passport)},
)
subject_of_client("companion", "companions")
