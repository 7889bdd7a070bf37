"""What stands with a client, counted in one look: of every kind there is some exactly when its list has some."""

from dataclasses import replace

from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.entities.consents import Consent, ConsentKind, Given
from domain.entities.families import Family, FamilyMember, FamilyProposal, WhyKin
from domain.entities.merging import Doubt, Merge, Why, pair
from domain.entities.overview import Overview
from domain.entities.travellers import Relation
from domain.ports.repositories import Repositories
from tests.contract.a_small_agency import NOW, SmallAgency
from tests.contract.conftest import Hold

NOTHING = Overview(0, False, 0, False, False, False, False, 0, False, False)


async def test_what_is_dealt_and_said_is_counted_within_reach(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        anna = replace(NOTHING, deals=1, inquiries=1, waiting=True, said=True)
        pavel = replace(NOTHING, deals=3, journeys=True, inquiries=1, waiting=True)
        assert papers.clients.overview(agency.anna) == anna
        assert papers.clients.overview(agency.pavel) == pavel
        here = papers.within(agency.plovdiv.id).clients
        assert here.overview(agency.anna) == replace(anna, inquiries=0, waiting=False)
        assert here.overview(agency.pavel) == replace(pavel, deals=2)
        there = papers.within(agency.varna.id).clients
        assert there.overview(agency.anna) == replace(anna, deals=0)

    await hold(check)


async def test_what_else_stands_with_a_file_is_seen(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency, files = SmallAgency(papers), papers.clients
        rosa, vera = Client("Rosa", None, NOW), Client("Vera", None, NOW)
        for one in (rosa, vera):
            files.add(one)
        papers.flush()
        assert files.overview(rosa) == files.overview(vera) == NOTHING

        papers.doubts.add(Doubt(*pair(rosa.id, vera.id), Why.PHONE, NOW))
        papers.family_proposals.add(FamilyProposal(*pair(rosa.id, vera.id), WhyKin.TRIP, NOW))
        papers.companions.add(Companion(rosa, Relation.CHILD, "Tom", NOW))
        papers.consents.add(Consent(ConsentKind.MAILING, Given.PAPER, NOW, client=rosa))
        papers.consents.add(Consent(ConsentKind.MAILING, Given.CHAT, NOW, person=agency.anna.person))
        papers.flush()
        seen = replace(NOTHING, doubts=True, family=True, companions=1, consents=True)
        assert files.overview(rosa) == seen
        assert files.overview(vera) == replace(NOTHING, doubts=True, family=True)
        assert files.overview(agency.anna).consents

        both = pair(rosa.id, vera.id)
        for pairing in (papers.doubts.between(*both), papers.family_proposals.between(*both)):
            assert pairing is not None
            pairing.settled_at = NOW
        family = Family(NOW)
        papers.families.add(family)
        papers.flush()
        papers.families.enter(FamilyMember(family, vera, NOW))
        merge = Merge(vera.id, rosa.id, NOW, {}, {}, agency.olga)
        papers.merges.add(merge)
        papers.flush()
        assert files.overview(rosa) == replace(seen, doubts=False, family=False, joined=True)
        assert files.overview(vera) == replace(NOTHING, family=True)
        merge.undone_at = NOW
        papers.flush()
        assert not files.overview(rosa).joined

    await hold(check)
