"""What Today asks is answered alike in memory and by the database."""

from datetime import date, timedelta

from domain.entities.documents import DocumentState
from domain.entities.payments import Payment, PaymentMethod
from domain.ports.repositories import Repositories
from tests.contract.a_small_agency import NOW, SmallAgency, at
from tests.contract.conftest import Hold
from tests.things import eur, send_photo

DAY = timedelta(days=1)
YEAR = timedelta(days=365)


async def test_papers_of_open_deals_are_to_be_checked(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        sold = (agency.first, agency.second, agency.third, agency.lost)
        for deal in sold:
            send_photo(deal, deal.travellers[0], DocumentState.SENT, NOW)
            papers.flush()
        sent = [deal.documents[-1] for deal in sold]
        assert list(papers.today.papers()) == sent[:3]
        assert list(papers.today.papers(1, 1)) == [sent[1]]
        assert (papers.today.count_papers(9), papers.today.count_papers(2)) == (3, 2)
        assert list(papers.within(agency.plovdiv.id).today.papers()) == [sent[0], sent[2]]
        sent[0].state = DocumentState.ACCEPTED
        papers.flush()
        assert list(papers.today.papers()) == sent[1:3]

    await hold(check)


async def test_what_was_new_on_a_day(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        today = papers.today
        assert list(today.inquiries(NOW, at(60))) == [agency.inquiry, agency.open]
        assert list(today.inquiries(at(2), at(60))) == [agency.inquiry]
        assert list(today.inquiries(NOW, at(2))) == [agency.open]
        assert today.count_inquiries(NOW, at(60), 9) == 2
        agency.third.created_at = NOW - DAY
        papers.flush()
        assert list(today.deals(NOW, at(60))) == [agency.lost, agency.second, agency.first]
        assert list(today.deals(NOW - DAY, NOW)) == [agency.third]
        assert today.count_deals(NOW - DAY, at(60), 9) == 4
        plovdiv = papers.within(agency.plovdiv.id).today
        assert list(plovdiv.deals(NOW, at(60))) == [agency.lost, agency.first]
        assert list(plovdiv.inquiries(NOW, at(60))) == [agency.open]
        assert plovdiv.count_deals(NOW, at(60), 1) == 1

    await hold(check)


async def test_money_that_came(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        first, last = date(2027, 2, 1), date(2027, 2, 2)
        late = Payment(eur(70), PaymentMethod.BANK, last, agency.boris, NOW)
        wrong = Payment(eur(99), PaymentMethod.BANK, last, agency.boris, NOW, cancelled_at=NOW)
        agency.second.payments += [late, wrong]
        papers.flush()
        assert list(papers.today.money_in(first, last)) == [eur(270)]
        assert list(papers.today.money_in(last, last)) == [eur(70)]
        assert list(papers.today.money_in(last + DAY, last + YEAR)) == []
        assert next(iter(papers.today.payments())).payment is late
        assert [one.deal for one in papers.today.payments(1, 0)] == [agency.second]
        assert len(papers.today.payments()) == 5
        plovdiv = papers.within(agency.plovdiv.id).today
        assert list(plovdiv.money_in(first, last)) == [eur(150)]
        assert agency.second not in [one.deal for one in plovdiv.payments()]

    await hold(check)


async def test_whom_no_message_reaches_before_the_departure(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        before = agency.trip.departs_at - DAY
        assert list(papers.today.to_call(before)) == []
        agency.trip.told_at = before
        papers.flush()
        assert list(papers.today.to_call(before)) == [agency.second, agency.third]
        assert papers.today.count_to_call(before, 9) == 2
        assert list(papers.within(agency.plovdiv.id).today.to_call(before)) == [agency.third]
        assert agency.anna.person is not None
        agency.anna.person.unreachable_since = before
        agency.second.told_at = before
        papers.flush()
        assert list(papers.today.to_call(before)) == [agency.first, agency.third]
        assert list(papers.today.to_call(agency.trip.departs_at)) == []

    await hold(check)


async def test_trips_that_leave_until_a_day(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        both, first = agency.later.departs_at, agency.trip.departs_at
        agency.first.voucher_sent_at = NOW
        papers.flush()
        found = papers.today.without_voucher(NOW, both, 9)
        assert [(one.trip, one.step, one.count) for one in found] == [
            (agency.trip, "deposit", 1),
            (agency.trip, "new", 1),
        ]
        assert [(one.trip, one.taken) for one in papers.today.seats(NOW, both, 9)] == [
            (agency.trip, 6),
            (agency.later, 0),
        ]
        assert [one.trip for one in papers.today.seats(NOW, both, 1)] == [agency.trip]
        assert [one.trip for one in papers.today.seats(first, both, 9)] == [agency.later]
        assert list(papers.today.seats(both, both + YEAR, 9)) == []
        assert {one.trip for one in papers.today.without_voucher(NOW, both, 1)} == {agency.trip}
        day = agency.trip.returns
        assert list(papers.today.leaving(NOW, both, day, 9)) == [agency.trip, agency.later]
        assert list(papers.today.leaving(NOW, both, day, 1)) == [agency.trip]
        assert list(papers.today.leaving(NOW, both, day + timedelta(days=1), 9)) == [agency.later]
        assert list(papers.today.led_by(agency.boris, 9)) == [agency.third, agency.first]
        assert list(papers.today.led_by(agency.boris, 1)) == [agency.third]

    await hold(check)
