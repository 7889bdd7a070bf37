"""Families as staff read them: of one client, and the proposals that wait for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.families import FamilyProposal
from domain.entities.merging import pair
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.refusals import Refusal


@dataclass(frozen=True)
class TwoOfFamily:
    """Two files that may be of one family. `proposal`: None when nothing was noticed; `together`: they are."""

    first: Client
    second: Client
    proposal: FamilyProposal | None
    together: bool = False

    def other(self, client: Client) -> Client:
        return self.second if self.first is client else self.first


@dataclass(frozen=True)
class FamilyOf:
    """The others of a client's family, and whom with it is proposed."""

    client: Client
    others: Sequence[Client]
    proposed: Sequence[TwoOfFamily]


def family_of(desk: Desk, number: int) -> FamilyOf:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    client = desk.repositories.clients.get(number)
    own = desk.repositories.families.of(client)
    members = desk.repositories.families.members(own.family) if own else ()
    others = [one.client for one in members if one.client is not client]
    proposed = [_found(desk, one) for one in desk.repositories.family_proposals.of(client)]
    return FamilyOf(client, others, proposed)


def proposals_open(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[TwoOfFamily]:
    """Newest first. Raises Forbidden."""
    desk.must(Right.CHANGE_CLIENTS)
    return [_found(desk, one) for one in desk.repositories.family_proposals.open(limit, offset)]


def two_of_family(desk: Desk, one: int, other: int) -> TwoOfFamily:
    """Raises Forbidden, NotFound, Refusal: merge_with_itself."""
    desk.must(Right.CHANGE_CLIENTS)
    clients = desk.repositories.clients
    files = sorted({clients.get(number) for number in (one, other)}, key=lambda client: client.id)
    if len(files) == 1:
        raise Refusal("merge_with_itself", name=files[0].name)
    first, second = files
    proposal = desk.repositories.family_proposals.between(*pair(first.id, second.id))
    mine, theirs = (desk.repositories.families.of(file) for file in files)
    together = mine is not None and theirs is not None and mine.family is theirs.family
    return TwoOfFamily(first, second, proposal, together)


def _found(desk: Desk, proposal: FamilyProposal) -> TwoOfFamily:
    clients = desk.repositories.clients
    return TwoOfFamily(clients.get(proposal.first), clients.get(proposal.second), proposal)
