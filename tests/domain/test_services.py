"""Services: an option is told of in time, an end is not before its beginning, and a supplier answers for one service only."""

from datetime import date, datetime, timedelta

import pytest

from domain.entities.deals import Deal
from domain.entities.people import Role
from domain.entities.services import Service, ServiceKind, ServicePlan, ServiceStatus, Stop, SupplierAnswer
from domain.queries import services as read
from domain.usecases.services import booking, links
from domain.usecases.services.links import Said
from domain.values.money import Money
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import NOW
from tests.domain.test_ideas import Office
from tests.things import eur

DAY = timedelta(days=1)
TODAY = NOW.date()
SOFIA = Stop(TODAY + 30 * DAY, "06:40", "Europe/Sofia", "Sofia")
OTHER = datetime.combine(TODAY + 31 * DAY, datetime.min.time()).replace(hour=8)


def plan(**more: object) -> ServicePlan:
    return ServicePlan(**{"kind": ServiceKind.FLIGHT, "title": "FB 431", "begins": SOFIA, **more})  # type: ignore[arg-type]


class Sold(Office):
    """An agency with one deal, which Boris leads."""

    def __init__(self) -> None:
        super().__init__()
        self.sale = Deal(self.anna, "Skopje", 2, eur(600), eur(0), NOW, responsible=self.boris)
        self.memory.deals.add(self.sale)
        self.memory.flush()

    def booked(self, **more: object) -> Service:
        return booking.add_service(self.desk(self.boris), self.sale.id, plan(**more))


def test_an_end_before_the_beginning_another_currency_and_an_unknown_clock_are_refused() -> None:
    sold = Sold()
    earlier_there = Stop(SOFIA.day, "06:30", "Europe/Skopje", "Skopje")
    sold.booked(ends=earlier_there)  # the clock is an hour behind: it takes 50 minutes
    for wrong, why in (
        ({"ends": Stop(SOFIA.day, "05:30", "Europe/Skopje")}, "service_ends_before"),
        ({"ends": Stop(TODAY, None, None, "Skopje")}, "service_ends_before"),
        ({"net": Money(100, "USD")}, "other_currency"),
        ({"begins": Stop(TODAY, "06:40", "Europe/Atlantis")}, "unknown_zone"),
    ):
        with pytest.raises(Refusal) as refused:
            sold.booked(**wrong)
        assert refused.value.kind == why


@pytest.mark.parametrize(
    ("held_until", "told"),
    [
        (TODAY + 5 * DAY, [3, 5, 6]),
        (TODAY + DAY, [1, 2]),
        (TODAY, [1]),
        (TODAY - 9 * DAY, []),
    ],
)
def test_its_holder_is_told_of_an_option_before_it_runs_out_then_and_once_after(
    held_until: date, told: list[int]
) -> None:
    sold = Sold()
    sold.booked(option_until=held_until)
    heard = []
    for days in range(20):
        desk = sold.desk(now=NOW + days * DAY)
        before = len(sold.told("option_runs_out"))
        while booking.mind_options(desk):
            pass
        if len(sold.told("option_runs_out")) > before:
            heard.append(days)
    assert heard == told
    assert set(sold.told("option_runs_out")) <= {sold.boris.person.name}


def test_nobody_is_told_of_what_is_confirmed_or_of_a_deal_that_was_closed() -> None:
    sold = Sold()
    first, second = sold.booked(option_until=TODAY + DAY), sold.booked(option_until=TODAY + DAY)
    owner = sold.desk(sold.olga)
    assert read.options_running_out(owner) == [first, second]
    assert read.count_options(sold.desk(sold.boris), mine=True) == 2
    booking.confirm_service(sold.desk(sold.boris), first.id, "X7Y2Z")
    assert read.options_running_out(owner) == [second]
    sold.sale.closed_at = NOW
    assert read.count_options(owner) == 0
    assert booking.mind_options(sold.desk(now=NOW + DAY)) == 1
    assert sold.told("option_runs_out") == []


def test_a_supplier_confirms_by_the_link_and_its_maker_is_told_once() -> None:
    sold = Sold()
    one = sold.booked(option_until=TODAY + DAY)
    token = links.give_supplier_link(sold.desk(sold.olga), one.id)
    nobody = sold.desk()
    links.peek_by_link(nobody, token)
    assert one.looks == 0
    links.look_by_link(nobody, token)
    links.look_by_link(nobody, token)
    assert one.looks == 1
    for _again in range(2):
        links.answer_by_link(nobody, token, Said(SupplierAnswer.CONFIRMED, "X7Y2Z"))
    assert (one.status, one.confirmation, one.look_on) == (ServiceStatus.CONFIRMED, "X7Y2Z", None)
    assert sorted(sold.told("supplier_answered")) == sorted([sold.olga.person.name, sold.boris.person.name])


def test_another_time_waits_for_a_colleague_and_moves_its_end_along() -> None:
    sold = Sold()
    one = sold.booked(ends=Stop(TODAY + 33 * DAY))
    token = links.give_supplier_link(sold.desk(sold.boris), one.id)
    with pytest.raises(Refusal):
        links.answer_by_link(sold.desk(), token, Said(SupplierAnswer.ANOTHER_TIME))
    links.answer_by_link(sold.desk(), token, Said(SupplierAnswer.ANOTHER_TIME, at=OTHER))
    assert (one.status, one.first) == (ServiceStatus.ASKED, SOFIA)
    with pytest.raises(Forbidden):
        links.accept_time(sold.desk(sold.anna), one.id)
    links.accept_time(sold.desk(sold.boris), one.id)
    assert one.is_confirmed
    assert one.first == Stop(TODAY + 31 * DAY, "08:00", "Europe/Sofia", "Sofia")
    assert one.last.day == TODAY + 34 * DAY
    with pytest.raises(Refusal):
        links.decline_time(sold.desk(sold.boris), one.id)


def test_a_link_dies_after_thirty_days_when_another_is_made_and_with_the_service() -> None:
    sold = Sold()
    one = sold.booked()
    boris = sold.desk(sold.boris)
    token = links.give_supplier_link(boris, one.id)
    for wrong, when in (("nobody's", NOW), (token, NOW + 30 * DAY)):
        with pytest.raises(NotFound):
            links.look_by_link(sold.desk(now=when), wrong)
    links.look_by_link(sold.desk(now=NOW + 30 * DAY - timedelta(seconds=1)), token)
    boris.tokens = lambda: "another"
    with pytest.raises(Refusal, match="link_open"):
        links.give_supplier_link(boris, one.id)
    links.look_by_link(sold.desk(), token)
    links.close_supplier_link(boris, one.id)
    links.give_supplier_link(boris, one.id)
    with pytest.raises(NotFound):
        links.look_by_link(sold.desk(), token)
    booking.cancel_service(boris, one.id)
    with pytest.raises(NotFound):
        links.answer_by_link(sold.desk(), "another", Said(SupplierAnswer.CONFIRMED))


def test_nobody_answers_a_link_without_end() -> None:
    sold = Sold()
    one = sold.booked()
    token = links.give_supplier_link(sold.desk(sold.boris), one.id)
    for number in range(20):
        links.answer_by_link(sold.desk(), token, Said(SupplierAnswer.CONFIRMED, f"N{number}"))
    with pytest.raises(Refusal):
        links.answer_by_link(sold.desk(), token, Said(SupplierAnswer.REFUSED))
    assert one.is_confirmed


def test_what_a_client_took_becomes_services_that_are_to_be_confirmed() -> None:
    sold = Sold()
    taken = booking.services_from_offer(sold.desk(sold.anna), sold.sale, [plan(), plan(title="Bellevue")])
    assert [one.status for one in taken] == [ServiceStatus.ASKED] * 2
    assert read.my_services(sold.desk(sold.anna), sold.sale.id) == []
    booking.confirm_service(sold.desk(sold.boris), taken[1].id, None)
    assert read.my_services(sold.desk(sold.anna), sold.sale.id) == [taken[1]]


def test_who_only_reads_deals_changes_nothing() -> None:
    sold = Sold()
    one = sold.booked()
    sold.boris.role = Role.ACCOUNTANT
    assert read.service_card(sold.desk(sold.boris), one.id) is one
    with pytest.raises(Forbidden):
        booking.cancel_service(sold.desk(sold.boris), one.id)
