"""Two files that are joined may each be of a family: the one that stays keeps its own."""

from domain.entities.clients import Client
from domain.entities.families import FamilyMember, FamilyProposal
from domain.entities.merging import TakenOver, pair
from domain.ports.desk import Desk


def merge_families(desk: Desk, behind: Client, file: Client, took: TakenOver) -> None:
    """Before what names the file `behind` names the other. By the agency, for whoever may merge clients."""
    families = desk.archive.families
    left, own = families.of(behind), families.of(file)
    if left is not None and own is not None:
        took.family = left.family.id
        families.leave(behind)
    took.proposals = _carry_over(desk, behind, file)


def give_family_back(desk: Desk, behind: Client, took: TakenOver) -> None:
    """As far as it is in none by now, and somebody is there still. By the agency, likewise."""
    families, proposals = desk.archive.families, desk.archive.family_proposals
    family = families.get(took.family) if took.family is not None and families.of(behind) is None else None
    if family is not None and families.members(family):
        families.enter(FamilyMember(family, behind, desk.now))
    for number in took.proposals:
        proposal = proposals.get(number)
        if proposal.settled_at is None:
            proposals.remove(proposal)


def _carry_over(desk: Desk, behind: Client, file: Client) -> list[int]:
    """Whoever may be of one family with the one may be with the other; the numbers of the new proposals."""
    carried = []
    for proposal in desk.archive.family_proposals.of(behind):
        [other] = {*proposal.files} - {behind.id}
        new = FamilyProposal(*pair(file.id, other), proposal.why, proposal.noticed_at)
        if other != file.id and desk.archive.family_proposals.add(new):
            carried.append(new.id)
    return carried
