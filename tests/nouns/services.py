"""Services: what the tests that walk everything need to know of what is booked for deals."""

from datetime import timedelta

from domain.entities.services import Service, ServiceKind, ServicePlan, Stop, SupplierAnswer
from domain.entities.suppliers import Supplier, SupplierKind
from domain.notices.services import OPTION_RUNS_OUT, SUPPLIER_ANSWERED
from domain.ports.desk import Desk
from domain.queries import services as queries
from domain.usecases.services import booking, links
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import eur

DAY = NOON.date() + timedelta(days=30)
FLIGHT = ServicePlan(
    kind=ServiceKind.FLIGHT,
    title="FB 431",
    begins=Stop(DAY, "06:40", "Europe/Sofia", "Sofia"),
    ends=Stop(DAY, "07:30", "Europe/Skopje", "Skopje"),
    option_until=NOON.date() + timedelta(days=1),
    free_until=NOON.date() + timedelta(days=5),
    price=eur(300),
    net=eur(250),
    words="two seats side by side",
)


@new_one
def service() -> Service:
    return Service(things.deal(things.client()), ServiceKind.HOTEL, "Bellevue", NOON)


@one_more
def booked(few: Few) -> None:
    sale = things.deal(few.client, responsible=few.member)
    few.records.deals.add(sale)
    one = Service(sale, ServiceKind.FLIGHT, "FB 431", NOON)
    one.becomes(FLIGHT, NOON.date())
    one.supplier = Supplier("Bulgaria Air", SupplierKind.CARRIER, NOON)
    few.records.suppliers.add(one.supplier)
    one.link_by = few.member
    few.records.services.add(one)


@in_each_branch
def booked_there(its: Branched) -> dict[str, int]:
    one = Service(its.deal, ServiceKind.FLIGHT, its.words, its.desk.now)
    one.option_until = its.desk.today
    one.proposed = its.desk.now.replace(tzinfo=None)
    one.link_hash, one.link_until = f"link of {its.words}", its.desk.now + timedelta(days=9)
    its.desk.archive.services.add(one)
    its.desk.archive.flush()
    return {"service": one.id}


asked_for(services="service")
forged("mine", lambda _p, _t: [True])


@notice_facts
def of_services(told: Told) -> Facts:
    sale = things.deal(told.client, None, responsible=told.member, branch=1)
    told.records.deals.add(sale)
    held, said = (Service(sale, ServiceKind.FLIGHT, told.name, told.now) for _ in range(2))
    held.option_until = told.now.date()
    said.answer, said.proposed = SupplierAnswer.ANOTHER_TIME, told.now.replace(tzinfo=None)
    said.supplier_words = told.name
    for one in (held, said):
        told.records.services.add(one)
    told.records.flush()
    return {
        OPTION_RUNS_OUT: {"service": held.id, "deal": sale.id},
        SUPPLIER_ANSWERED: {"service": said.id, "deal": sale.id},
    }


def _another_link(desk: Desk, number: int) -> str:
    """In place of the one there is."""
    links.close_supplier_link(desk, number)
    return links.give_supplier_link(desk, number)


calls(
    {
        "services.add_service": lambda d, _p, t: booking.add_service(d, t.deal, FLIGHT),
        "services.change_service": lambda d, _p, t: booking.change_service(d, t.service, FLIGHT),
        "services.confirm_service": lambda d, _p, t: booking.confirm_service(d, t.service, "X7Y2Z"),
        "services.refuse_service": lambda d, _p, t: booking.refuse_service(d, t.service),
        "services.cancel_service": lambda d, _p, t: booking.cancel_service(d, t.service),
        "services.give_supplier_link": lambda d, _p, t: _another_link(d, t.service),
        "services.close_supplier_link": lambda d, _p, t: links.close_supplier_link(d, t.service),
        "services.accept_time": lambda d, _p, t: links.accept_time(d, t.service),
        "services.decline_time": lambda d, _p, t: links.decline_time(d, t.service),
        "queries.services.services_of": lambda d, _p, t: queries.services_of(d, t.deal),
        "queries.services.count_services": lambda d, _p, t: queries.count_services(
            d, d.archive.deals.get(t.deal)
        ),
        "queries.services.service_card": lambda d, _p, t: queries.service_card(d, t.service),
        "queries.services.service_to_change": lambda d, _p, t: queries.service_to_change(d, t.service),
        "queries.services.deal_to_serve": lambda d, _p, t: queries.deal_to_serve(d, t.deal),
        "queries.services.options_running_out": lambda d, _p, _t: queries.options_running_out(d),
        "queries.services.count_options": lambda d, _p, _t: queries.count_options(d),
        "queries.services.my_services": lambda d, _p, t: queries.my_services(d, t.deal),
    }
)
