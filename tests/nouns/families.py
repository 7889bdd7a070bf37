"""Families: what the tests that walk everything need to know of them."""

from itertools import count

from domain.entities.clients import Client
from domain.entities.families import Family, FamilyMember, FamilyProposal, WhyKin
from domain.entities.merging import pair
from domain.queries import families as queries
from domain.usecases.families import joining
from tests.nouns.declared import Branched, Few, calls, everybodys, in_each_branch, new_one, one_more
from tests.storage import things
from tests.storage.things import NOON

everybodys("families", "family_proposals")
_numbers = count(200_000)


@new_one
def family() -> Family:
    return Family(NOON)


@new_one
def family_member() -> FamilyMember:
    return FamilyMember(Family(NOON), things.client("Vera"), NOON)


@new_one
def family_proposal() -> FamilyProposal:
    return FamilyProposal(*pair(next(_numbers), next(_numbers)), WhyKin.TRIP, NOON)


@one_more
def ana_and_vera(few: Few) -> None:
    """One file more in the client's family, and one of whom it is proposed."""
    families = few.records.families
    vera, emil = things.client("Vera"), things.client("Emil")
    for file in (vera, emil):
        few.records.clients.add(file)
    few.records.flush()
    own = families.of(few.client)
    if own is None:
        family = Family(NOON)
        families.add(family)
        few.records.flush()
        own = FamilyMember(family, few.client, NOON)
        families.enter(own)
    families.enter(FamilyMember(own.family, vera, NOON))
    few.records.family_proposals.add(FamilyProposal(*pair(few.client.id, emil.id), WhyKin.TRIP, NOON))


@in_each_branch
def a_family_of_each(its: Branched) -> dict[str, int]:
    """Of the client with Emil; that Stoyan is of it is proposed."""
    records, now = its.desk.repositories, its.desk.now
    emil, stoyan = (Client(name, None, now) for name in ("Emil Brenner", "Stoyan Brenner"))
    for file in (emil, stoyan):
        records.clients.add(file)
    records.flush()
    own = records.families.of(its.client)
    if own is None:
        family = Family(now)
        records.families.add(family)
        records.flush()
        own = FamilyMember(family, its.client, now)
        records.families.enter(own)
    records.families.enter(FamilyMember(own.family, emil, now))
    records.family_proposals.add(FamilyProposal(*pair(its.client.id, stoyan.id), WhyKin.ALONG, now))
    return {"kin": emil.id, "maybe_kin": stoyan.id}


calls(
    {
        "families.join_family": lambda d, p, t: joining.join_family(d, p.client, t.maybe_kin),
        "families.no_family": lambda d, p, t: joining.no_family(d, p.client, t.maybe_kin),
        "families.leave_family": lambda d, _p, t: joining.leave_family(d, t.kin),
        "queries.families.family_of": lambda d, p, _t: queries.family_of(d, p.client),
        "queries.families.proposals_open": lambda d, _p, _t: queries.proposals_open(d),
        "queries.families.two_of_family": lambda d, p, t: queries.two_of_family(d, p.client, t.maybe_kin),
    }
)
