"""What the rows of an import say of a client: those that name a file of theirs."""

from sqlalchemy import ColumnElement, or_, select

from storage.client_data.declared import belongs_to_client, nothing_of_clients, opens
from storage.mapping import clients
from storage.mapping.client_imports import imported_rows


def _theirs(client: int) -> ColumnElement[bool]:
    files = select(clients.c.id).where(or_(clients.c.id == client, clients.c.merged_into == client))
    return imported_rows.c.client.in_(files)


nothing_of_clients("client_imports", "which files were sent; the first rows are kept sealed for thirty days")
belongs_to_client(
    "imported_rows",
    _theirs,
    export=("line", "state", "facts"),
    shred={"facts": None, "phone": None, "email": None, "about": None, "filled": None},
    stays={"why": "a key of ours"},
    opens={"facts": opens(imported_rows.c.facts)},
)
