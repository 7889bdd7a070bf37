"""Services as they are read: of a deal, one of them, options that run out, and what their client and their supplier see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.entities.deals import Deal
from domain.entities.people import Right, StaffMember
from domain.entities.services import SOON, Service
from domain.ports.desk import Desk
from domain.ports.routing import mine_and_stood_for
from domain.queries.late import MOST, callers
from domain.queries.my_deals import mine


@dataclass(frozen=True)
class DealServices:
    """Some services of a deal."""

    deal: Deal
    services: Sequence[Service]


def services_of(desk: Desk, number: int, limit: int = 8, offset: int = 0) -> DealServices:
    """As the journey goes. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    deal = desk.repositories.deals.get(number)
    return DealServices(deal, desk.repositories.services.of_deal(deal, limit, offset))


def count_services(desk: Desk, deal: Deal) -> int:
    """On the deal's card. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.services.count_of(deal)


def service_card(desk: Desk, number: int) -> Service:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.services.get(number)


def service_to_change(desk: Desk, number: int) -> Service:
    """Raises Forbidden, NotFound, Refusal: service_over."""
    desk.must(Right.MOVE_DEALS)
    found = desk.repositories.services.get(number)
    found.must_be_live()
    return found


def deal_to_serve(desk: Desk, number: int) -> Deal:
    """One for which something is booked. Raises Forbidden, NotFound, Refusal: deal_closed (a lost one)."""
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.get(number)
    if deal.is_lost:
        deal.must_be_open()
    return deal


def options_running_out(
    desk: Desk, *, mine: bool = False, limit: int = 8, offset: int = 0
) -> Sequence[Service]:
    """Those that ran out or soon will, unconfirmed, of open deals; the first first. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.services.running_out(_soon(desk), _whose(desk, mine=mine), limit, offset)


def count_options(desk: Desk, *, mine: bool = False) -> int:
    """Up to `MOST`. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.services.count_running_out(_soon(desk), _whose(desk, mine=mine), MOST)


def my_services(desk: Desk, number: int) -> Sequence[Service]:
    """What is confirmed for the actor's own journey. Raises NotFound."""
    return confirmed_of(desk, mine(desk, number))


def confirmed_of(desk: Desk, deal: Deal) -> list[Service]:
    """As the journey goes: what a client is told."""
    return [one for one in desk.archive.services.of_deal(deal) if one.is_confirmed]


def begins_on(desk: Desk, deal: Deal, day: date) -> list[Service]:
    """What is confirmed of it for this day: a departure notice tells it."""
    return [one for one in confirmed_of(desk, deal) if one.first.day == day]


def holders(desk: Desk, service: Service) -> list[StaffMember]:
    """Who made the link to its supplier, and who leads the deal, or whoever does in their place."""
    made = service.link_by
    found = [made] if made is not None and made.may(Right.MOVE_DEALS) else []
    return list(dict.fromkeys([*found, *callers(desk, service.deal)]))


def _soon(desk: Desk) -> date:
    return desk.today + SOON


def _whose(desk: Desk, *, mine: bool) -> Sequence[StaffMember]:
    return mine_and_stood_for(desk) if mine else ()
