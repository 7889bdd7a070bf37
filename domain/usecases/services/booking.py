"""Services of a deal: entered, changed, refused, cancelled; what an accepted offer brings; options that run out."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any

from domain.entities.deals import Deal
from domain.entities.services import Service, ServicePlan, ServiceStatus
from domain.notices.services import OPTION_RUNS_OUT
from domain.ports.desk import Desk
from domain.queries.late import callers
from domain.queries.services import deal_to_serve, service_to_change
from domain.values.local_time import first_that_exists
from domain.values.refusals import Refusal

PORTION = 25
AT = time(10)
"""When somebody is told of an option, by the agency's clock."""
USEFUL = timedelta(hours=30)
MOST_OF_DEAL = 50
"""So many services has one deal, at most."""


def add_service(desk: Desk, number: int, plan: ServicePlan) -> Service:
    """For this deal. Raises Forbidden, NotFound, Refusal: deal_closed (a lost one), too_many_services, and see `check`."""
    return book(desk, deal_to_serve(desk, number), plan)


def services_from_offer(desk: Desk, deal: Deal, plans: Iterable[ServicePlan]) -> list[Service]:
    """What a client has taken becomes services that are still to be confirmed by their suppliers.

    It asks for no right: whoever takes the offer has it. Raises Refusal as `add_service`.
    """
    return [book(desk, deal, plan) for plan in plans]


def book(desk: Desk, deal: Deal, plan: ServicePlan) -> Service:
    """Whatever right was asked for before. Raises Refusal."""
    plan.check(deal.currency)
    services = desk.archive.services
    if services.count_of(deal) >= MOST_OF_DEAL:
        raise Refusal("too_many_services", most=MOST_OF_DEAL)
    new = Service(deal, plan.kind, plan.title, desk.now)
    new.becomes(plan, desk.today)
    services.add(new)
    desk.archive.flush()
    desk.note("service", new.id, "added", **_facts(new))
    desk.note("deal", deal.id, "service_added", booked=new.kind.value, title=new.title)
    return new


def change_service(desk: Desk, number: int, plan: ServicePlan) -> Service:
    """Raises Forbidden, NotFound, Refusal: service_over, and see `check`."""
    one = _held(desk, number)
    plan.check(one.deal.currency)
    before, was_confirmed = _facts(one), one.is_confirmed
    one.becomes(plan, desk.today)
    after = _facts(one)
    if after != before:
        desk.note("service", one.id, "changed", **after, details_were=before["details"])
    if one.is_confirmed and not was_confirmed:
        _noted(desk, one, "confirmed", confirmation=one.confirmation)
    return one


def confirm_service(desk: Desk, number: int, confirmation: str | None) -> Service:
    """The supplier has said so to a colleague. Raises Forbidden, NotFound, Refusal: service_over."""
    one = _held(desk, number)
    one.status, one.confirmation = ServiceStatus.CONFIRMED, confirmation or one.confirmation
    one.proposed = None
    one.looks_ahead(desk.today)
    _noted(desk, one, "confirmed", confirmation=one.confirmation)
    return one


def refuse_service(desk: Desk, number: int) -> Service:
    """The supplier has said so to a colleague. Raises Forbidden, NotFound, Refusal: service_over."""
    return _end(desk, number, ServiceStatus.REFUSED, "refused")


def cancel_service(desk: Desk, number: int) -> Service:
    """By us: the link to its supplier is closed. Raises Forbidden, NotFound, Refusal: service_over."""
    return _end(desk, number, ServiceStatus.CANCELLED, "cancelled")


def _end(desk: Desk, number: int, status: ServiceStatus, what: str) -> Service:
    one = _held(desk, number)
    one.status, one.proposed = status, None
    if status is ServiceStatus.CANCELLED:
        one.closes_link()
    one.looks_ahead(desk.today)
    _noted(desk, one, what)
    return one


def _noted(desk: Desk, one: Service, what: str, **facts: Any) -> None:
    """With the service, and with its deal."""
    desk.note("service", one.id, what, **facts)
    desk.note("deal", one.deal.id, f"service_{what}", booked=one.kind.value, title=one.title)


def _held(desk: Desk, number: int) -> Service:
    service_to_change(desk, number)
    one = desk.repositories.services.locked(number)
    one.must_be_live()
    return one


def _facts(one: Service) -> dict[str, Any]:
    """As the history keeps it: no prices."""
    stops = [(stop.day, stop.clock, stop.place, stop.zone) for stop in (one.first, one.last)]
    supplier = one.supplier.name if one.supplier else None
    said = (one.title, supplier, *stops[0], *stops[1], one.confirmation, one.option_until, one.free_until)
    return {"booked": one.kind.value, "details": [str(each) for each in said if each]}


def mind_options(desk: Desk) -> int:
    """Holders are told of options that run out; one portion, to be called until it says 0. How many it looked at."""
    found = desk.archive.services.to_look_at(desk.today, PORTION)
    for one in found:
        if one.is_held and one.deal.is_open:
            _tell(desk, one)
        one.looks_ahead(desk.today)
    return len(found)


def _tell(desk: Desk, one: Service) -> None:
    at = _at(desk)
    for member in callers(desk, one.deal):
        key = f"{one.id}:{one.option_until}:{desk.today}"
        facts = {"service": one.id, "deal": one.deal.id}
        desk.notify(member.person, OPTION_RUNS_OUT, key, due_at=at, useless_after=at + USEFUL, **facts)


def _at(desk: Desk) -> datetime:
    local = first_that_exists(datetime.combine(desk.today, AT), desk.agency.zone)
    return max(desk.now, local.replace(tzinfo=desk.agency.zone).astimezone(UTC))
