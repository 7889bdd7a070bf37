"""What is due of deals is seen in time: the client is reminded, a colleague calls, and what is over is decided.

Whoever looks late loses nothing and says nothing twice: the last step that was taken stands with the deal.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.lateness import Due, ahead, asked_with, booked_on, come, decided_by
from domain.entities.notices import NoticeKind
from domain.entities.people import StaffMember
from domain.notices.reminders import CALL_CLIENT, DEAL_TO_DECIDE
from domain.ports.desk import Desk
from domain.queries.children import is_a_childs
from domain.queries.late import asked_of_client, callers, dues_of, is_undecided
from domain.queries.supervisors import above
from domain.usecases.reminders.watched import DECIDED_ON, WATCHED
from domain.values.decent import first_decent
from domain.values.local_time import zone

PORTION = 25
"""Deals looked at in one go."""
AT = time(10)
"""When clients are reminded, by the agency's clock, unless that is no decent hour where they are."""
USEFUL = timedelta(hours=30)

_DECISION = "decision"

Zones = Callable[[str], Sequence[str]]
"""The zones in which somebody with this phone number may be; none when it does not tell."""


def look_at_deals(desk: Desk, zones_of: Zones) -> int:
    """One portion; to be called until it says 0. How many it looked at.

    Of what has changed today only the next look is settled: nobody is told on the day on which they did something.
    """
    deals = desk.repositories.deals
    changed = deals.changed(PORTION)
    for deal in changed:
        deals.look_on(deal, _next_look(desk, deal, later=_has_come(desk, deal)))
    if changed:
        return len(changed)
    found = deals.to_look_at(desk.today, PORTION)
    for deal in found:
        if _hears_of_departure(desk, deal):
            _take(desk, deal, [due for due in dues_of(desk, deal) if due.what.is_money])
        later = _remind_client(desk, deal, zones_of)
        later |= not _tell_staff(desk, deal)
        deals.look_on(deal, _next_look(desk, deal, later=later))
    return len(found)


def _has_come(desk: Desk, deal: Deal) -> bool:
    return any(_client_steps(desk, deal)) or bool(_new_calls(desk, deal)) or bool(_decision(desk, deal))


@dataclass(frozen=True)
class DueReminder:
    """A reminder whose time has come."""

    deal: Deal
    due: Due
    day: int
    """In days after what is due was due."""

    @property
    def order(self) -> tuple[bool, date, int]:
        """Money first, then what is due first."""
        return not self.due.what.is_money, self.due.day, self.deal.id


def _remind_client(desk: Desk, deal: Deal, zones_of: Zones) -> bool:
    """Once a day, and of one thing: whoever has several deals, of the most urgent. Whether something is left for tomorrow."""
    own = [*_client_steps(desk, deal)]
    if not own:
        return False
    client = deal.client
    others = desk.repositories.deals.of(client, only_open=True)
    everything = [
        *own,
        *(step for other in others if other is not deal for step in _client_steps(desk, other)),
    ]
    first = min(everything, key=lambda step: step.order)
    if client.reminded_on == desk.today or first.deal is not deal:
        return True
    _remind(desk, first, zones_of)
    return len(own) > 1


def _client_steps(desk: Desk, deal: Deal) -> Iterator[DueReminder]:
    """Not to whoever wants none, nor of what they were never told they have booked, nor when the journey has begun."""
    if not asked_of_client(deal) or deal.client.muted_at is not None or not deal.client.reachable:
        return
    if _is_gone(desk, deal):
        return
    for due in dues_of(desk, deal):
        if not _hears_of(desk, deal, due):
            continue
        days = WATCHED[due.what].days(desk.agency.timing)
        day = come(due, days, booked_on(deal), desk.today)
        if day is not None and day > _taken(deal, "client", due):
            yield DueReminder(deal, due, day)


def _hears_of(desk: Desk, deal: Deal, due: Due) -> bool:
    """Whether the client is written to about it at all: a child is not, for names and documents."""
    client = deal.client
    reached = client.reachable and client.muted_at is None
    return reached and (due.what.is_money or not is_a_childs(desk, deal))


def _is_gone(desk: Desk, deal: Deal) -> bool:
    """Whether the journey has begun by the hour at which clients are reminded today."""
    usual = datetime.combine(desk.today, AT, desk.agency.zone)
    if deal.trip is not None:
        return deal.trip.departs_at <= usual
    return deal.starts is not None and deal.starts < desk.today


def _hears_of_departure(desk: Desk, deal: Deal) -> bool:
    """Whether today is the day before: what is left to pay stands in that notice, and is not asked for twice."""
    trip = deal.trip
    if trip is None:
        ahead_of = timedelta(days=desk.agency.timing.departure_days)
        return deal.starts is not None and deal.starts - ahead_of == desk.today
    heard = [at for at in (trip.reminder_at, deal.told_at) if at is not None]
    days = {at.astimezone(desk.agency.zone).date() for at in heard}
    return trip.is_ahead(desk.now) and desk.today in days


def _take(desk: Desk, deal: Deal, asked: Sequence[Due]) -> None:
    """The steps that have come of these are taken: the client hears of all of them at once."""
    for due in asked:
        day = come(due, WATCHED[due.what].days(desk.agency.timing), booked_on(deal), desk.today)
        if day is not None:
            deal.reminded[_key("client", due)] = max(day, _taken(deal, "client", due))


def _remind(desk: Desk, step: DueReminder, zones_of: Zones) -> None:
    """Of money in one sum what is owed by now, or by the day it is about."""
    deal, due, client = step.deal, step.due, step.deal.client
    if due.what.is_money:
        asked = asked_with(due, dues_of(desk, deal), desk.today)
        due = asked[-1]
        _take(desk, deal, asked)
    deal.reminded[_key("client", step.due)] = step.day
    client.reminded_on = desk.today
    at = _decent(desk, client, zones_of)
    key = f"{deal.id}:{due.day}:{step.day}"
    facts = {"deal": deal.id, "due": due.day.isoformat(), "what": due.what.value}
    kind = WATCHED[due.what].kind(due, desk.today)
    desk.notify(client.person, kind, key, due_at=at, useless_after=at + USEFUL, **facts)
    desk.note("deal", deal.id, "reminded", due=due.what.value, day=due.day.isoformat())


def _decent(desk: Desk, client: Client, zones_of: Zones) -> datetime:
    """By the clock the client told, or by all of their phone's country, or by ours."""
    lives_by = client.person.zone if client.person else None
    told = [lives_by] if lives_by else list(zones_of(client.phone)) if client.phone else []
    ours = [desk.agency.zone]
    return _usual(desk, [zone(name) for name in told] or ours) or _usual(desk, ours) or desk.now


def _usual(desk: Desk, zones: Sequence[ZoneInfo]) -> datetime | None:
    """From the usual hour on the first moment that is decent by all of these clocks; else one of the day before it."""
    midnight, usual = (datetime.combine(desk.today, hour, desk.agency.zone) for hour in (time(), AT))
    found = first_decent(max(desk.now, usual.astimezone(UTC)), zones)
    if found is not None and found.astimezone(desk.agency.zone).date() == desk.today:
        return found
    return first_decent(max(desk.now, midnight.astimezone(UTC)), zones)


def _tell_staff(desk: Desk, deal: Deal) -> bool:
    """What there is to call or to decide about; False when the office does not open today, and it is left for the next day."""
    calls, decision = _new_calls(desk, deal), _decision(desk, deal)
    if not calls and not decision:
        return True
    at = desk.agency.hours.next_open(desk.now, desk.agency.zone)
    if at.astimezone(desk.agency.zone).date() > desk.today:
        return False
    if calls:
        deal.reminded.update({_key("staff", due): day for due, day in calls.items()})
        key = f"{deal.id}:" + "+".join(sorted(f"{due.what}@{due.day}@{day}" for due, day in calls.items()))
        _tell(desk, callers(desk, deal), deal, CALL_CLIENT, key, at)
    if decision:
        deal.reminded[_DECISION] = decision
        leads = [deal.leader] if deal.leader else []
        hear = callers(desk, deal) if decision < DECIDED_ON[-1] else above(desk, leads) or callers(desk, deal)
        _tell(desk, hear, deal, DEAL_TO_DECIDE, f"{deal.id}:{decided_by(deal)}:{decision}", at)
    return True


def _new_calls(desk: Desk, deal: Deal) -> dict[Due, int]:
    """What a colleague is to call the client about, and was not asked to yet; once for all of it."""
    timing = desk.agency.timing
    steps = {
        due: come(
            due,
            timing.called_on if _hears_of(desk, deal, due) else timing.called_unreached_on,
            booked_on(deal),
            desk.today,
        )
        for due in dues_of(desk, deal)
    }
    return {due: day for due, day in steps.items() if day is not None and day > _taken(deal, "staff", due)}


def _decision(desk: Desk, deal: Deal) -> int:
    """The step that has come and was not taken, in days after the journey; 0: none."""
    last_day = decided_by(deal)
    if last_day is None or not is_undecided(desk, deal):
        return 0
    late = (desk.today - last_day).days
    day = max((one for one in DECIDED_ON if one <= late), default=0)
    return day if day > deal.reminded.get(_DECISION, 0) else 0


def _tell(
    desk: Desk, hear: Sequence[StaffMember], deal: Deal, kind: NoticeKind, key: str, at: datetime
) -> None:
    for member in hear:
        desk.notify(member.person, kind, key, due_at=at, deal=deal.id)


def _next_look(desk: Desk, deal: Deal, *, later: bool) -> date | None:
    """The next day on which a step comes; None: none does as things are."""
    today, timing = desk.today, desk.agency.timing
    if later:
        return today + timedelta(days=1)
    staff = (*timing.called_on, *timing.called_unreached_on)
    days = [
        day
        for due in dues_of(desk, deal)
        for day in ahead(due, (*WATCHED[due.what].days(timing), *staff), today)
    ]
    last_day = decided_by(deal)
    if last_day is not None:
        days += [on for one in DECIDED_ON if (on := last_day + timedelta(days=one)) > today]
    return min(days, default=None)


def _key(hears: str, due: Due) -> str:
    return f"{hears}:{due.what}:{due.day}"


def _taken(deal: Deal, hears: str, due: Due) -> int:
    """The last step of it that was taken; before the first, less than any."""
    return deal.reminded.get(_key(hears, due), -1000)
