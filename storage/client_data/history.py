"""The history of a client, and of their deals and inquiries."""

from sqlalchemy import ColumnElement

from storage.client_data.declared import about_things_of, belongs_to_client
from storage.mapping import history

SEALED = "the chain of the history proves every entry as it was written: who shreds has to write it anew"


def _told(client: int) -> ColumnElement[bool]:
    return about_things_of(client, history.c.subject, history.c.subject_id)


belongs_to_client(
    "history",
    _told,
    export=("at", "subject", "what", "actor", "facts"),
    stays={"actor": SEALED, "facts": SEALED},
)
