"""What stands with a client, in memory: of all that is within reach, how much is theirs."""

from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.entities.consents import Consent
from domain.entities.deals import Deal
from domain.entities.families import FamilyMember, FamilyProposal
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction
from domain.entities.merging import Doubt, Merge
from domain.entities.overview import Overview
from tests.memory.shelf import Things


def overview_of(things: Things, client: Client, reach: int | None) -> Overview:
    def sees(branch: int | None) -> bool:
        return reach is None or branch in (None, reach)

    dealt = [one for one in things.of(Deal) if one.client is client and sees(one.branch)]
    wished = [one for one in things.of(Inquiry) if one.client is client and sees(one.branch)]
    said = [one for one in things.of(Interaction) if one.client is client and sees(one.branch)]
    pairs: list[Doubt | FamilyProposal] = [*things.of(Doubt), *things.of(FamilyProposal)]
    named = {type(one) for one in pairs if one.settled_at is None and client.id in (one.first, one.second)}
    whose = (client, client.person or client)
    consents = [one for one in things.of(Consent) if one.client in whose or one.person in whose]
    members = [one.client for one in things.of(FamilyMember)]
    return Overview(
        len(dealt),
        not all(one.is_open for one in dealt),
        len(wished),
        any(one.is_open for one in wished),
        bool(said),
        Doubt in named,
        any(one.kept == client.id and one.undone_at is None for one in things.of(Merge)),
        sum(one.client is client and one.same_as is None for one in things.of(Companion)),
        FamilyProposal in named or any(one is client for one in members),
        bool(consents),
    )
