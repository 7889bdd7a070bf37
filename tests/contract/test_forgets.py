"""Who waits to be forgotten, for what is open and for what is owed: the same in memory and in SQL."""

from datetime import date, timedelta

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.forgets import Forget
from domain.entities.payments import Payment, PaymentMethod
from domain.ports.repositories import Repositories
from tests.contract.a_small_agency import NOW, SmallAgency
from tests.contract.conftest import Hold
from tests.things import eur


async def test_what_is_owed_for_closed_deals_hinders_and_what_is_settled_does_not(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        for deal in (agency.first, agency.second, agency.third):
            deal.closed_at = NOW
        papers.flush()
        assert list(papers.deals.unsettled_of(agency.anna)) == [agency.first]
        assert list(papers.deals.unsettled_of(agency.pavel)) == [agency.second, agency.third, agency.lost]
        anna, pavel = _wants(papers, agency.anna), _wants(papers, agency.pavel)
        assert list(papers.forgets.hindered_no_more()) == []

        _pays(agency, agency.first, 550)
        papers.flush()
        assert list(papers.forgets.hindered_no_more()) == [anna]
        _pays(agency, agency.lost, -50)
        _pays(agency, agency.second, 550)
        _pays(agency, agency.third, 600)
        papers.flush()
        assert [deal.unsettled for deal in papers.deals.unsettled_of(agency.pavel)] == [eur(-50)]
        agency.third.payments[-1].cancelled_at = NOW + timedelta(hours=1)
        _pays(agency, agency.third, 550)
        agency.first.closed_at = None
        papers.flush()
        assert list(papers.forgets.hindered_no_more()) == [pavel]

    await hold(check)


def _wants(papers: Repositories, client: Client) -> Forget:
    forget = Forget(client, NOW)
    papers.forgets.add(forget)
    papers.flush()
    return forget


def _pays(agency: SmallAgency, deal: Deal, amount: int) -> None:
    deal.payments.append(Payment(eur(amount), PaymentMethod.CASH, date(2027, 2, 2), agency.boris, NOW))
