"""What is expected of a deal, and by when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.lateness import Due, Expected, decided_by, dues, money_now, overdue
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.trips import Trip
from tests.domain.one_deal import NOW, a_deal
from tests.things import OHRID, enter, eur

ALL = {"travellers_entered", "passports_sent", "deposit_paid", "fully_paid"}
DAY = timedelta(days=1)


def _on_trip(created_at: datetime = NOW, **days: date) -> Deal:
    deal = a_deal()
    deal.trip, deal.created_at = Trip.planned(replace(OHRID, **days), NOW), created_at  # type: ignore[arg-type]
    return deal


def _pay(deal: Deal, amount: float) -> None:
    deal.payments.append(Payment(eur(amount), PaymentMethod.CASH, date(2027, 3, 1), None, NOW))


def test_everything_is_expected_of_a_new_deal_the_earliest_first() -> None:
    assert dues(_on_trip(), ALL) == (
        Due(Expected.DEPOSIT, OHRID.deposit_due, eur(200)),
        Due(Expected.NAMES, OHRID.documents_due, count=2),
        Due(Expected.BALANCE, OHRID.balance_due, eur(400)),
    )


@pytest.mark.parametrize(
    ("paid", "deposit", "balance"), [(50, 150, 400), (200, 0, 400), (450, 0, 150), (600, 0, 0), (700, 0, 0)]
)
def test_amounts_add_up_to_what_is_owed(paid: float, deposit: float, balance: float) -> None:
    deal = _on_trip()
    _pay(deal, paid)
    amounts = {due.what: due.amount for due in dues(deal, ALL) if due.amount}
    wanted = {Expected.DEPOSIT: eur(deposit), Expected.BALANCE: eur(balance)}
    assert amounts == {what: amount for what, amount in wanted.items() if amount}


def test_a_balance_that_is_due_first_is_all_that_is_owed() -> None:
    deal = _on_trip(balance_due=OHRID.deposit_due)
    [all_of_it] = [due for due in dues(deal, ALL) if due.amount]
    assert all_of_it == Due(Expected.BALANCE, OHRID.deposit_due, eur(600), whole=True)
    _pay(deal, 50)
    [rest] = [due for due in dues(deal, ALL) if due.amount]
    assert rest == Due(Expected.BALANCE, OHRID.deposit_due, eur(550))


def test_passports_are_expected_of_those_who_are_known() -> None:
    deal = _on_trip()
    enter(deal, "Ana", DocumentState.REJECTED, NOW)
    enter(deal, "Ivan", DocumentState.SENT, NOW)
    papers = [due for due in dues(deal, ALL) if due.amount is None]
    assert papers == [Due(Expected.DOCUMENTS, OHRID.documents_due, names=("Ana",))]


def test_what_no_stage_waits_for_is_not_expected() -> None:
    deal = _on_trip()
    enter(deal, "Ana", None, NOW)
    assert {due.what for due in dues(deal, {"fully_paid"})} == {Expected.DEPOSIT, Expected.BALANCE}
    assert Expected.NAMES in {due.what for due in dues(deal, {"travellers_entered"})}
    assert Expected.DOCUMENTS in {due.what for due in dues(deal, {"passports_accepted"})}


def test_whoever_books_late_has_a_day_but_not_beyond_the_departure() -> None:
    late = datetime(2027, 10, 20, 22, 30, tzinfo=UTC)  # the 21st in Sofia
    assert {due.day for due in dues(_on_trip(late), ALL)} == {date(2027, 10, 22)}
    on_the_day = OHRID.departs.replace(tzinfo=UTC)
    assert {due.day for due in dues(_on_trip(on_the_day), ALL)} == {OHRID.departs.date()}


def test_after_the_deal_is_closed_only_money_is_expected() -> None:
    deal = _on_trip()
    deal.closed_at = NOW
    assert {due.what for due in dues(deal, ALL)} == {Expected.DEPOSIT, Expected.BALANCE}
    assert decided_by(deal) is None
    deal.closed_at = None
    assert decided_by(deal) == OHRID.returns
    deal.lose("too dear", NOW)
    assert dues(deal, ALL) == ()


def test_of_a_trip_that_does_not_take_place_nothing_is_expected() -> None:
    deal = _on_trip()
    assert deal.trip is not None
    deal.trip.cancelled_at = NOW
    assert dues(deal, ALL) == ()
    assert decided_by(deal) == OHRID.returns, "what becomes of it is still to be said"


def test_a_day_is_over_when_the_next_begins() -> None:
    deal = _on_trip()
    assert overdue(dues(deal, ALL), OHRID.deposit_due) == ()
    [late] = overdue(dues(deal, ALL), OHRID.deposit_due + DAY)
    assert (late.what, late.days_late(OHRID.deposit_due + DAY)) == (Expected.DEPOSIT, 1)


def test_of_what_has_no_days_nothing_is_late() -> None:
    assert dues(a_deal(), ALL) == ()


@pytest.mark.parametrize(
    ("today", "what", "sum_"),
    [
        (date(2027, 3, 1), Expected.DEPOSIT, 200),
        (date(2027, 4, 2), Expected.DEPOSIT, 200),
        (date(2027, 5, 1), Expected.BALANCE, 600),
        (date(2027, 5, 9), Expected.BALANCE, 600),
    ],
)
def test_money_is_one_sum_of_all_that_is_due_by_now(today: date, what: Expected, sum_: int) -> None:
    deposit = Due(Expected.DEPOSIT, date(2027, 4, 1), eur(200))
    rest = Due(Expected.BALANCE, date(2027, 5, 1), eur(400))
    asked = money_now([deposit, rest, Due(Expected.NAMES, date(2027, 3, 1), count=1)], today)
    assert asked is not None
    assert (asked.what, asked.amount) == (what, eur(sum_))
    assert money_now([Due(Expected.NAMES, today, count=1)], today) is None
