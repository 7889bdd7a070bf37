"""Today: what the tests that walk everything need to know of it."""

from domain.notices.today import MORNING
from domain.queries.settings import own_morning
from domain.queries.today import LINES, deals, declared, documents, late, payments, trips
from domain.usecases.settings.morning import change_empty_morning, change_morning
from tests.nouns.declared import Facts, Told, calls, forged, notice_facts
from tests.world import NOON

calls(
    {
        "queries.settings.own_morning": lambda d, _p, _t: own_morning(d),
        "settings.change_empty_morning": lambda d, _p, _t: change_empty_morning(d, 0, told=True),
        "settings.change_morning": lambda d, _p, _t: change_morning(d, 0, None),
        "queries.today.deals.clients_to_call": lambda d, _p, _t: deals.clients_to_call(d),
        "queries.today.deals.new_of_day": lambda d, _p, _t: deals.new_of_day(d, d.today, deals=True),
        "queries.today.deals.ready_deals": lambda d, _p, _t: deals.ready_deals(d),
        "queries.today.declared.line_of": lambda d, _p, _t: [declared.line_of(d, key) for key in LINES],
        "queries.today.declared.today": lambda d, _p, _t: declared.today(d),
        "queries.today.documents.papers_to_check": lambda d, _p, _t: documents.papers_to_check(d),
        "queries.today.late.late_or_due": lambda d, _p, _t: late.late_or_due(d, overdue=True),
        "queries.today.late.to_decide": lambda d, _p, _t: late.to_decide(d),
        "queries.today.payments.money": lambda d, _p, _t: payments.money(d),
        "queries.today.trips.boarding": lambda d, _p, _t: trips.boarding(d),
        "queries.today.trips.half_empty_trips": lambda d, _p, _t: trips.half_empty_trips(d),
        "queries.today.trips.trips_of_the_week": lambda d, _p, _t: trips.trips_of_the_week(d),
        "queries.today.trips.unready_trips": lambda d, _p, _t: trips.unready_trips(d),
    }
)
forged("day", lambda _p, _t: [NOON.date().isoformat(), "x"])
forged("deals", lambda _p, _t: [False, True])
forged("told", lambda _p, _t: [True])
forged("overdue", lambda _p, _t: [False, True])


@notice_facts
def morning(_things: Told) -> Facts:
    return {MORNING: {}}
