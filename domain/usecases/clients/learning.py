"""What is told of a client by the way, as a traveller, is known of them where nothing was known before."""

from domain.entities.client_facts import tell
from domain.entities.client_reading import read_latin_name
from domain.entities.deals import Deal
from domain.entities.travellers import Relation, Traveller
from domain.ports.desk import Desk
from domain.values.refusals import Refusal


def learn_of_traveller(desk: Desk, deal: Deal, traveller: Traveller) -> None:
    """The client travels themselves: their birthday, and their name as in the passport."""
    if traveller.relation is not Relation.SELF:
        return
    client, learned = deal.client, []
    if client.born_on is None and traveller.born_on is not None:
        client.born_on = traveller.born_on
        learned.append("born_on")
    if client.latin_name is None and (latin := _latin(traveller.name)):
        client.latin_name = latin
        learned.append("latin_name")
    if not learned:
        return
    if "latin_name" in learned:
        desk.archive.flush()
        desk.archive.clients.renamed(client)
    if desk.actor.client is client:
        tell(client, *learned)
    desk.note_within(deal.branch, "client", client.id, "facts_learned", deal=deal.id, fact_keys=learned)


def _latin(name: str) -> str | None:
    try:
        return read_latin_name(name)
    except Refusal:
        return None
