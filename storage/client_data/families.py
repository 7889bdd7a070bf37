"""That a client is of a family, and whom with it was proposed: of their own membership only that it is."""

from sqlalchemy import ColumnElement, or_, select

from storage.client_data.declared import belongs_to_client, nothing_of_clients
from storage.mapping import clients
from storage.mapping.families import family_proposals


def _naming(client: int) -> ColumnElement[bool]:
    """Proposals that name a client's file, or one that became one with it."""
    theirs = select(clients.c.id).where(or_(clients.c.id == client, clients.c.merged_into == client))
    return or_(family_proposals.c.first.in_(theirs), family_proposals.c.second.in_(theirs))


nothing_of_clients("families", "that some files belong together, and since when")
belongs_to_client("family_members", client="client_id", export=("since",), deleted=True)
belongs_to_client("family_proposals", _naming, export=("why", "noticed_at", "settled_at"), deleted=True)
