"""The history of a client, and of their deals and inquiries."""

from sqlalchemy import ColumnElement, and_, or_

from storage.client_data.declared import belongs_to_client, numbers
from storage.mapping import history

SEALED = "the chain of the history proves every entry as it was written: who shreds has to write it anew"


def _told(client: int) -> ColumnElement[bool]:
    subjects = {"client": "clients", "person": "persons", "deal": "deals", "inquiry": "inquiries"}
    return or_(
        *(
            and_(history.c.subject == subject, history.c.subject_id.in_(numbers(table, client)))
            for subject, table in subjects.items()
        )
    )


belongs_to_client(
    "history",
    _told,
    export=("at", "subject", "what", "actor", "facts"),
    stays={"actor": SEALED, "facts": SEALED},
)
