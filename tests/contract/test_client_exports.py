"""Whose files a filter takes: the same in memory and in SQL."""

from datetime import date

from domain.entities.client_exports import ClientFilter
from domain.entities.clients import Client
from domain.ports.repositories import Repositories
from tests.contract.a_small_agency import NOW, SmallAgency
from tests.contract.conftest import Hold


async def test_a_filter_takes_those_to_whom_all_of_it_applies(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        vera = Client("Vera", None, NOW, branch=agency.varna.id, responsible=agency.boris)
        papers.clients.add(vera)
        agency.first.told_at = agency.second.told_at = NOW
        second = agency.papers.deals.get(agency.second.id)
        second.trip, second.starts, second.ends = None, date(2025, 5, 1), date(2025, 5, 9)
        agency.third.lose("too dear", NOW)
        papers.flush()

        def told(**wanted: object) -> list[str]:
            found = papers.given_clients.some(ClientFilter(**wanted), 9)  # type: ignore[arg-type]
            assert papers.given_clients.count(ClientFilter(**wanted), 9) == len(found)  # type: ignore[arg-type]
            return [one.name.split()[0] for one in found]

        leaves, back = agency.trip.departs.date(), agency.trip.returns
        assert told() == ["Anna", "Pavel", "Vera"]
        assert told(branch=agency.varna.id, responsible=agency.boris.id) == ["Vera"]
        assert told(branch=agency.varna.id, responsible=agency.olga.id) == []
        assert told(trip=agency.trip.id) == ["Anna"]
        assert told(trip=agency.later.id) == []
        assert told(travelled_since=back) == ["Anna"]
        assert told(travelled_until=leaves, travelled_since=leaves) == ["Anna"]
        assert told(travelled_since=date(2025, 5, 9), travelled_until=date(2026, 1, 1)) == ["Pavel"]
        assert told(travelled_until=date(2025, 4, 30)) == []
        assert told(travelled_until=date(2025, 5, 1), trip=agency.trip.id) == []

    await hold(check)
