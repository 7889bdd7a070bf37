"""Two files become a family, one leaves it again, or it is said that they are none."""

from domain.entities.clients import Client
from domain.entities.families import Family, FamilyMember, FamilyProposal
from domain.entities.merging import pair
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.families import two_of_family
from domain.values.refusals import Refusal


def join_family(desk: Desk, one: int, other: int) -> None:
    """If both have a family, the two become one. Raises Forbidden, NotFound, Refusal: merge_with_itself."""
    found = two_of_family(desk, one, other)
    first, second = _held(desk, found.first, found.second)
    families = desk.archive.families
    mine, theirs = families.of(first), families.of(second)
    _settle(desk, found.proposal)
    if mine is not None and theirs is not None:
        _unite(desk, mine.family, theirs.family)
    elif mine is not None:
        families.enter(FamilyMember(mine.family, second, desk.now))
    elif theirs is not None:
        families.enter(FamilyMember(theirs.family, first, desk.now))
    else:
        family = Family(desk.now)
        families.add(family)
        for client in (first, second):
            families.enter(FamilyMember(family, client, desk.now))
    desk.note("client", first.id, "family_joined", other=second.id, name=second.name)
    desk.note("client", second.id, "family_joined", other=first.id, name=first.name)


def no_family(desk: Desk, one: int, other: int) -> None:
    """Nobody is asked about these two again. Raises Forbidden, NotFound, Refusal: merge_with_itself."""
    found = two_of_family(desk, one, other)
    first, second = _held(desk, found.first, found.second)
    _say_no_family(desk, first, second)
    desk.note("client", first.id, "no_family", other=second.id, name=second.name)
    desk.note("client", second.id, "no_family", other=first.id, name=first.name)


def leave_family(desk: Desk, client: int) -> None:
    """Nobody is asked about them and the others again; who would be left alone is in no family either.

    Raises Forbidden, NotFound, Refusal: in_no_family.
    """
    desk.must(Right.CHANGE_CLIENTS)
    leaving = desk.archive.clients.locked(desk.repositories.clients.get(client).id)
    families = desk.archive.families
    own = families.of(leaving)
    if own is None:
        raise Refusal("in_no_family", name=leaving.name)
    family = families.locked(own.family.id)
    others = [one for one in families.members(family) if one.client is not leaving]
    families.leave(leaving)
    for other in others:
        _say_no_family(desk, leaving, other.client)
        desk.note("client", other.client.id, "family_left_by", other=leaving.id, name=leaving.name)
    if len(others) == 1:
        families.leave(others[0].client)
    desk.note("client", leaving.id, "family_left")


def _say_no_family(desk: Desk, one: Client, other: Client) -> None:
    numbers = pair(one.id, other.id)
    known = desk.archive.family_proposals.between(*numbers)
    if known is None:
        desk.archive.family_proposals.add(FamilyProposal(*numbers, None, desk.now, desk.now))
    elif known.settled_at is None:
        known.settled_at = desk.now


def _settle(desk: Desk, proposal: FamilyProposal | None) -> None:
    if proposal is not None and proposal.settled_at is None:
        proposal.settled_at = desk.now


def _unite(desk: Desk, family: Family, other: Family) -> None:
    """Who was in the other is in this one."""
    if family is other:
        return
    for member in desk.archive.families.members(other):
        member.family = family
    desk.archive.flush()


def _held(desk: Desk, first: Client, second: Client) -> tuple[Client, Client]:
    """In the order of their numbers, as whoever joins files does."""
    held = {number: desk.archive.clients.locked(number) for number in sorted((first.id, second.id))}
    return held[first.id], held[second.id]
