"""Trips: what can be planned, and what a change carries along."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.trip_plans import MOST_SEATS
from domain.entities.trips import Trip
from domain.values.money import Money
from domain.values.refusals import Refusal
from tests.things import OHRID

NOW = datetime(2027, 3, 1, 10, tzinfo=UTC)


def test_a_planned_trip_knows_its_instants_and_its_name() -> None:
    trip = Trip.planned(OHRID, NOW)

    assert trip.title == "Ohrid 29.10.2027"
    assert trip.departs_at == datetime(2027, 10, 29, 3, 30, tzinfo=UTC)
    assert trip.reminder_at == datetime(2027, 10, 28, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"departs": datetime(2027, 3, 1, 12, 0)}, "in_the_past"),
        ({"departs": datetime(2027, 3, 28, 3, 30)}, "no_such_time"),
        ({"zone": "Sofia"}, "unknown_zone"),
        ({"returns": date(2027, 10, 28)}, "returns_before_departure"),
        ({"returns": date(2028, 10, 29)}, "absurd_stay"),
        ({"seats": 0}, "not_a_count"),
        ({"seats": MOST_SEATS + 1}, "not_a_count"),
        ({"price": Money(0, "EUR")}, "no_price"),
        ({"price": Money(-1, "EUR")}, "no_price"),
        ({"deposit": Money(-1, "EUR")}, "negative_money"),
        ({"deposit": Money(300_01, "EUR")}, "deposit_above_price"),
        ({"documents_due": date(2027, 10, 30)}, "due_after_departure"),
        ({"deposit_due": date(2027, 2, 28)}, "due_in_the_past"),
        ({"balance_due": date(2027, 10, 30)}, "due_after_departure"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(changed: dict[str, Any], why: str) -> None:
    with pytest.raises(Refusal) as refused:
        Trip.planned(replace(OHRID, **changed), NOW)

    assert refused.value.kind == why


@pytest.mark.parametrize(
    "changed",
    [
        {"departs": datetime(2027, 3, 1, 12, 1), "returns": date(2027, 3, 1)}
        | dict.fromkeys(("documents_due", "deposit_due", "balance_due"), date(2027, 3, 1)),
        {"returns": date(2027, 10, 29)},
        {"deposit": Money(0, "EUR")},
        {"deposit": Money(300_00, "EUR")},
        {"seats": 1},
        {"balance_due": date(2027, 10, 29)},
    ],
)
def test_the_outermost_that_can_be(changed: dict[str, Any]) -> None:
    Trip.planned(replace(OHRID, **changed), NOW)


@given(st.datetimes(datetime(2027, 3, 2), datetime(2035, 1, 1)))
def test_another_time_keeps_the_trip_whole(departs: datetime) -> None:
    trip = Trip.planned(OHRID, NOW)
    departs = departs.replace(hour=12, minute=0, second=0, microsecond=0)

    trip.reschedule(departs, NOW)

    assert trip.returns - departs.date() == timedelta(days=3)
    assert max(trip.documents_due, trip.deposit_due, trip.balance_due) <= departs.date()
    assert trip.departs_at - trip.reminder_at == pytest.approx(timedelta(days=1), abs=timedelta(hours=1))
    assert trip.title == f"Ohrid {departs:%d.%m.%Y}"


def test_a_refused_change_changes_nothing() -> None:
    trip = Trip.planned(OHRID, NOW)
    before = dict(vars(trip))

    for impossible in (datetime(2027, 2, 1, 6, 30), datetime(2027, 3, 28, 3, 30)):
        with pytest.raises(Refusal):
            trip.reschedule(impossible, NOW)

    assert vars(trip) == before
