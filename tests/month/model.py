"""What each person has to be told in the month, worked out plainly, day by day, from the plan alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.month.plan import DAY, DAYS, FIRST, Plan, PlannedDeal

REMIND, CALL, CALL_UNHEARD, DECIDE, STALE = (-7, -3, 0, 2), (3,), (-3, 3), (1, 4, 8), 7
SATURDAY = 5
MONEY = ("deposit", "balance")


@dataclass
class Expected:
    """By day: (who, kind, deal) of what was said; each once."""

    clients: list[tuple[date, int, str, int]] = field(default_factory=list)
    sums: list[tuple[int, int]] = field(default_factory=list)
    """Which client was asked for how many euro; each time it was said."""
    calls: list[tuple[date, int]] = field(default_factory=list)
    decisions: list[tuple[date, int]] = field(default_factory=list)


def expected(plan: Plan) -> Expected:
    told = Expected()
    for ahead in range(DAYS):
        day = FIRST + ahead * DAY
        for client in range(len(plan.clients)):
            _remind(plan, client, day, told)
        for deal in plan.deals:
            if day.weekday() < SATURDAY:
                _call(plan, deal, day, told)
                _decide(plan, deal, day, told)
    return told


def _remind(plan: Plan, client: int, day: date, told: Expected) -> None:
    who = plan.clients[client]
    if not who.in_telegram or who.muted:
        return
    steps = [*_steps(plan, client, day)]
    if not steps:
        return
    _papers, due, _number, what, step, deal = min(steps, key=lambda one: one[:3])
    deal.taken[f"client {what} {due}"] = step
    if what in MONEY:  # all that is due by then, in one sum
        asked = {
            name: on for name, on in _due(plan, deal, day).items() if name in MONEY and on <= max(due, day)
        }
        _take(deal, asked, day)
        what, due = max(asked.items(), key=lambda one: (one[1], MONEY.index(one[0])))
    if what in _due(plan, deal, day, hour=10):  # it may have come between midnight and ten
        told.clients.append((day, client, _kind(what, due, day), deal.number))
        if what in MONEY:
            told.sums.append((client, _sum(deal, what, day)))


def _sum(deal: PlannedDeal, what: str, day: date) -> int:
    """The deposit alone, or all that is left of 300."""
    has_paid = deal.deposit_paid is not None and deal.deposit_paid <= day
    return 100 if what == "deposit" else 200 if has_paid else 300


def _steps(plan: Plan, client: int, day: date) -> Iterator[tuple[bool, date, int, str, int, PlannedDeal]]:
    """What there is to remind this client of; the first counts."""
    for deal in plan.deals:
        if deal.client != client or not _is_open(deal, day) or plan.trips[deal.trip].departs < day:
            continue
        due_now = _due(plan, deal, day)
        if (
            plan.trips[deal.trip].departs - DAY == day
        ):  # the word about the departure asks for what is left to pay
            _take(deal, {what: due for what, due in due_now.items() if what in MONEY}, day)
        for what, due in due_now.items():
            step = _step(deal, "client", what, due, REMIND, day)
            if step is not None:
                yield what not in MONEY, due, deal.number, what, step, deal


def _take(deal: PlannedDeal, dues: dict[str, date], day: date) -> None:
    for what, due in dues.items():
        step = _step(deal, "client", what, due, REMIND, day)
        if step is not None:
            deal.taken[f"client {what} {due}"] = step


def _kind(what: str, due: date, day: date) -> str:
    if day > due:
        return {"names": "names_overdue", "documents": "passports_overdue"}.get(what, "payment_overdue")
    return {"documents": "passports_due"}.get(what, f"{what}_due")


def _call(plan: Plan, deal: PlannedDeal, day: date, told: Expected) -> None:
    """Of a lost deal nobody calls; of one that is open or has travelled, while something is due."""
    if deal.booked > day or (deal.lost is not None and deal.lost < day):
        return
    who = plan.clients[deal.client]
    days = CALL if who.in_telegram and not who.muted else CALL_UNHEARD
    new = False
    for what, due in _due(plan, deal, day).items():
        step = _step(deal, "staff", what, due, days, day)
        if step is not None:
            deal.taken[f"staff {what} {due}"] = step
            new = True
    if new and _due(plan, deal, day, hour=10) and deal.lost != day:
        told.calls.append((day, deal.number))


def _decide(plan: Plan, deal: PlannedDeal, day: date, told: Expected) -> None:
    last = plan.trips[deal.trip].returns
    come = max((one for one in DECIDE if one <= (day - last).days), default=0)
    if _is_open(deal, day) and come > deal.taken.get("decision", 0):
        deal.taken["decision"] = come
        if deal.lost != day:
            told.decisions.append((day, deal.number))


def _step(deal: PlannedDeal, who: str, what: str, due: date, days: tuple[int, ...], day: date) -> int | None:
    """The last that has come and was not taken."""
    come = [one for one in days if deal.booked < due + timedelta(days=one) <= day]
    if not come or (day - due).days - come[-1] > STALE:
        return None
    return come[-1] if come[-1] > deal.taken.get(f"{who} {what} {due}", -99) else None


def _is_open(deal: PlannedDeal, day: date) -> bool:
    """At the beginning of the day."""
    return deal.booked < day and (deal.lost is None or deal.lost >= day)


def _due(plan: Plan, deal: PlannedDeal, day: date, hour: int = 0) -> dict[str, date]:
    """What is due and has not come, by the day until which it is. Things come at five in the morning."""

    def came(on: date | None) -> bool:
        return on is not None and (on < day or (on == day and hour >= 5))

    trip = plan.trips[deal.trip]
    late = min(deal.booked + DAY, trip.departs)
    deposit, balance, papers = (
        due if due > deal.booked else late for due in (trip.deposit_due, trip.balance_due, trip.documents_due)
    )
    if deal.lost is not None and came(deal.lost):
        return {}
    found = {}
    if not came(deal.deposit_paid) and balance > deposit:
        found["deposit"] = deposit
    if not came(deal.balance_paid):
        found["balance"] = balance
    if not came(deal.named):
        found["names"] = papers
    elif not came(deal.passport):
        found["documents"] = papers
    return found
