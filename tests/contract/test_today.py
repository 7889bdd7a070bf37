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
        assert list(papers.today.money_by_day(first, last)) == [(first, eur(200)), (last, eur(70))]
        assert list(papers.today.money_by_day(last, last)) == [(last, eur(70))]
        assert list(papers.today.money_by_day(last + DAY, last + YEAR)) == []
        assert next(iter(papers.today.payments())).payment is late
        assert [one.deal for one in papers.today.payments(1, 0)] == [agency.second]
        assert len(papers.today.payments()) == 5
        plovdiv = papers.within(agency.plovdiv.id).today
        assert list(plovdiv.money_by_day(first, last)) == [(first, eur(150))]
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
        both = agency.later.departs_at
        day = agency.trip.returns
        assert list(papers.today.leaving(NOW, both, day, 9)) == [agency.trip, agency.later]
        assert list(papers.today.leaving(NOW, both, day, 1)) == [agency.trip]
        assert list(papers.today.leaving(NOW, both, day + timedelta(days=1), 9)) == [agency.later]
        assert list(papers.today.led_by([agency.boris], 9)) == [agency.third, agency.first]
        assert list(papers.today.led_by([agency.boris], 1)) == [agency.third]
        assert len(papers.today.led_by([agency.boris, agency.gone], 9)) == 3

    await hold(check)


async def test_trips_that_leave_without_vouchers(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        first, both = agency.trip.departs_at, agency.later.departs_at
        today, moved = papers.today, agency.second
        assert list(today.unready(NOW, both, [], 9)) == [agency.trip.id]
        moved.trip = agency.later
        papers.flush()
        ahead = [agency.trip.id, agency.later.id]
        assert list(today.unready(NOW, both, [], 9)) == ahead
        assert list(today.unready(NOW, both, [], 1)) == ahead[:1]
        assert list(today.unready(first, both, [], 9)) == ahead[1:]
        assert list(today.unready(NOW, first, ["deposit"], 9)) == ahead[:1]
        assert list(today.unready(NOW, both, ["new", "deposit"], 9)) == []
        counts = [(one.trip, one.count) for one in today.without_voucher(ahead[::-1], [])]
        assert counts == [(agency.trip, 2), (agency.later, 1)]
        assert [one.count for one in today.without_voucher(ahead, ["new"])] == [1, 0]
        assert list(today.without_voucher([], [])) == []
        plovdiv = papers.within(agency.plovdiv.id).today
        assert list(plovdiv.unready(NOW, both, [], 9)) == ahead[:1]
        agency.first.voucher_sent_at = agency.third.voucher_sent_at = NOW
        papers.flush()
        assert list(today.unready(NOW, both, [], 9)) == ahead[1:]

    await hold(check)


async def test_trips_that_are_half_empty(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        first, both = agency.trip.departs_at, agency.later.departs_at
        today, ahead = papers.today, [agency.trip.id, agency.later.id]
        assert [(one.trip, one.taken) for one in today.seats(ahead[::-1])] == [
            (agency.trip, 6),
            (agency.later, 0),
        ]
        assert list(today.seats([])) == []
        assert list(today.half_empty(NOW, both, 9)) == ahead
        assert list(today.half_empty(NOW, both, 1)) == ahead[:1]
        assert list(today.half_empty(first, both, 9)) == ahead[1:]
        assert list(today.half_empty(both, both + YEAR, 9)) == []
        agency.trip.seats = 12
        papers.flush()
        assert list(today.half_empty(NOW, both, 9)) == ahead[1:], "half full, whoever was lost"
        assert list(papers.within(agency.varna.id).today.half_empty(NOW, both, 9)) == ahead[1:]
        agency.later.cancelled_at = NOW
        papers.flush()
        assert list(today.half_empty(NOW, both, 9)) == []

    await hold(check)
