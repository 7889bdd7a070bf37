"""Tailor-made journeys with days: their clients are told before they begin, and they are closed when they are over."""

from datetime import datetime, time, timedelta
from typing import Any

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.notices.deals import JOURNEY_AHEAD, JOURNEY_UNREACHED
from domain.ports.desk import Desk
from domain.usecases.travellers.travellers import who_hears
from domain.usecases.trips.departures import PORTION, travelled

_TOLD_AT = time(9)
"""Where the agency has settled no hour: there is none of a departure of ours."""


def announce_journeys(desk: Desk) -> int:
    """Whoever begins a journey soon is told; of a client who cannot be reached, whoever leads the deal. Says how many."""
    until = desk.today + timedelta(days=desk.agency.timing.departure_days)
    untold = desk.repositories.deals.journeys_to_tell(desk.today, until)
    return sum(_announce(desk, deal) for deal in untold)


def _announce(desk: Desk, deal: Deal) -> bool:
    assert deal.starts is not None
    zone = desk.agency.zone
    due_at = desk.agency.timing.reminder(datetime.combine(deal.starts, _TOLD_AT), zone)
    if due_at > desk.now:
        return False
    key = f"{deal.id}:{deal.starts.isoformat()}"
    over = datetime.combine(deal.starts + timedelta(days=1), time(), zone)
    if not deal.client.reachable:
        return _report(desk, deal, key, over)
    if desk.notice_of(deal.client.person, JOURNEY_AHEAD, key) is not None:
        return False
    facts: dict[str, Any] = {"deal": deal.id, "starts": deal.starts.isoformat()}
    return desk.notify(deal.client.person, JOURNEY_AHEAD, key, useless_after=over, **facts)


def _report(desk: Desk, deal: Deal, key: str, over: datetime) -> bool:
    """Until somebody has told the client each look comes here: whoever heard of it is not written down once more."""
    untold = [
        member
        for member in who_hears(desk, deal, Right.MOVE_DEALS)
        if desk.notice_of(member.person, JOURNEY_UNREACHED, key) is None
    ]
    for member in untold:
        desk.notify(member.person, JOURNEY_UNREACHED, key, useless_after=over, deal=deal.id)
    return bool(untold)


def finish_journeys(desk: Desk) -> int:
    """The last day is over: they have travelled, those whose clients were told. Says how many."""
    stages = desk.agency.pipelines.told_stages
    over = desk.repositories.deals.journeys_to_finish(desk.today, stages, PORTION)
    for deal in over:
        travelled(desk, deal)
    return len(over)
