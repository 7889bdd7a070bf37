"""Companions and families are answered alike in memory and by the database."""

from datetime import date

from domain.entities.companions import Companion
from domain.entities.families import Family, FamilyMember, FamilyProposal, WhyKin
from domain.entities.merging import pair
from domain.entities.travellers import Relation
from domain.ports.repositories import Repositories
from tests.contract.a_small_agency import NOW, SmallAgency, at
from tests.contract.conftest import Hold

BORN = date(1985, 5, 17)


async def test_companions(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency, companions = SmallAgency(papers), papers.companions
        tom = Companion(agency.anna, Relation.CHILD, "Tom", at(1), BORN, "CD7654321")
        ada = Companion(agency.anna, Relation.CHILD, "Ada", at(2))
        his = Companion(agency.pavel, Relation.OTHER, "Tom", NOW, BORN, "CD7654321")
        for one in (tom, ada, his):
            companions.add(one)
        papers.flush()
        assert list(companions.of(agency.anna)) == [ada, tom]
        assert list(companions.of(agency.anna, 1, 1)) == [tom]
        assert papers.clients.overview(agency.anna).companions == 2
        assert list(companions.with_passport("CD7654321")) == [tom, his]
        assert list(companions.with_passport("CD765432")) == []
        assert list(companions.born_on(BORN)) == [tom, his]
        assert set(companions.several([ada.id, his.id])) == {ada, his}

        tom.same_as = ada.id
        papers.flush()
        assert list(companions.of(agency.anna)) == [ada]
        assert list(companions.with_passport("CD7654321")) == list(companions.born_on(BORN)) == [his]
        assert companions.get(tom.id) is tom
        companions.remove(ada)
        papers.flush()
        assert papers.clients.overview(agency.anna).companions == 0

    await hold(check)


async def test_families(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency, families = SmallAgency(papers), papers.families
        family = Family(NOW)
        families.add(family)
        papers.flush()
        for client in (agency.pavel, agency.anna):
            families.enter(FamilyMember(family, client, NOW))
        own = families.of(agency.anna)
        assert own is not None
        assert own.family is family
        assert [one.client for one in families.members(family)] == [agency.pavel, agency.anna]
        agency.pavel.merged_into = agency.anna.id
        papers.flush()
        assert [one.client for one in families.members(family)] == [agency.anna]
        agency.pavel.merged_into = None
        families.leave(agency.anna)
        families.leave(agency.anna)
        assert families.of(agency.anna) is None
        assert list(papers.clients.going_on(agency.trip)) == [agency.anna, agency.pavel]
        assert list(papers.clients.going_on(agency.later)) == []

    await hold(check)


async def test_families_that_are_proposed(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency, proposals = SmallAgency(papers), papers.family_proposals
        files = pair(agency.anna.id, agency.pavel.id)
        one = FamilyProposal(*files, WhyKin.TRIP, NOW)
        assert proposals.add(one)
        assert not proposals.add(FamilyProposal(*files, WhyKin.ALONG, NOW))
        found = proposals.between(*files)
        assert found is not None
        assert found.why is WhyKin.TRIP
        assert list(proposals.open()) == list(proposals.of(agency.pavel)) == [found]
        assert list(proposals.open(1, 1)) == []
        found.settled_at = NOW
        papers.flush()
        assert list(proposals.open()) == list(proposals.of(agency.anna)) == []
        proposals.remove(found)
        papers.flush()
        assert proposals.between(*files) is None

    await hold(check)
