"""Who is to be forgotten: that somebody was, and when, stays, so that a restored backup forgets them again."""

from storage.client_data.declared import belongs_to_client

belongs_to_client(
    "forgets",
    client="client_id",
    export=("asked_at", "due_at", "taken_back_at"),
    stays={"hashes": "names of files that only our key can tell of their content, until these are gone"},
)
