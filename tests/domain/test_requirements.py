"""What each step of the way waits for, and what it says is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.pipeline import Pipeline
from domain.entities.requirements import REQUIREMENTS, Missing, missing
from domain.entities.stages import Step
from domain.entities.travellers import Relation, Traveller
from domain.entities.trips import Trip
from domain.values.money import Money
from tests.things import OHRID, enter

NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
PIPELINE = Pipeline.read()
ZERO = Money.zero("EUR")


def deal_of(seats: int = 2) -> Deal:
    client = Client("Anna", None, NOW)
    return Deal(client, "Ohrid 29.10.2027", seats, OHRID.price * seats, OHRID.deposit * seats, NOW)


def pay(deal: Deal, minor: int) -> None:
    deal.payments.append(Payment(Money(minor, "EUR"), PaymentMethod.CASH, date(2027, 3, 1), None, NOW))


def gaps(deal: Deal, step: str, now: datetime = NOW) -> list[Missing]:
    return missing(deal, PIPELINE.step(step), now)


def test_new_waits_for_nothing() -> None:
    assert gaps(deal_of(), "new") == []


def test_an_inquiry_waits_for_a_price() -> None:
    deal = deal_of()
    deal.price = ZERO
    assert gaps(deal, "inquiry") == [Missing("price_agreed")]
    deal.price = Money(1, "EUR")
    assert gaps(deal, "inquiry") == []


def test_data_are_wanted_for_every_seat() -> None:
    deal = deal_of(seats=2)
    assert gaps(deal, "documents.data") == [Missing("travellers_entered", {"count": 2})]
    enter(deal, "Anna", None, NOW)
    deal.travellers.append(Traveller(Relation.SPOUSE, "Ivan"))
    assert gaps(deal, "documents.data") == [Missing("travellers_entered", {"count": 1})]
    deal.travellers.pop()
    enter(deal, "Ivan", None, NOW)
    assert gaps(deal, "documents.data") == []
    deal.travellers[0].cancelled_at = NOW
    assert gaps(deal, "documents.data") == [Missing("travellers_entered", {"count": 1})]


@pytest.mark.parametrize(
    ("step", "state", "names"),
    [
        ("documents.sent", None, ["Anna", "Ivan"]),
        ("documents.sent", DocumentState.REJECTED, ["Anna", "Ivan"]),
        ("documents.sent", DocumentState.SENT, []),
        ("documents.sent", DocumentState.ACCEPTED, []),
        ("documents.received", None, ["Anna", "Ivan"]),
        ("documents.received", DocumentState.SENT, ["Anna", "Ivan"]),
        ("documents.received", DocumentState.REJECTED, ["Anna", "Ivan"]),
        ("documents.received", DocumentState.ACCEPTED, []),
    ],
)
def test_passports_are_wanted_of_everybody_who_goes(
    step: str, state: DocumentState | None, names: list[str]
) -> None:
    deal = deal_of()
    for name in ("Anna", "Ivan"):
        enter(deal, name, state, NOW)
    assert [gap.facts["names"] for gap in gaps(deal, step)] == ([names] if names else [])
    if names:
        deal.travellers[1].cancelled_at = NOW
        assert [gap.facts["names"] for gap in gaps(deal, step)] == [["Anna"]]


def test_a_second_photo_makes_good_for_a_rejected_one() -> None:
    deal = deal_of(seats=1)
    enter(deal, "Anna", DocumentState.REJECTED, NOW)
    again = deal_of(seats=1)
    enter(again, "Anna", DocumentState.ACCEPTED, NOW)
    (photo,) = again.documents
    photo.traveller = deal.travellers[0]
    deal.documents.append(photo)
    assert gaps(deal, "documents.received") == []


def test_the_deposit_is_wanted_to_the_cent() -> None:
    deal = deal_of()
    pay(deal, 199_99)
    assert gaps(deal, "deposit") == [Missing("deposit_paid", {"owed": Money(1, "EUR")})]
    pay(deal, 1)
    assert gaps(deal, "deposit") == []


def test_all_of_it_is_wanted_to_the_cent() -> None:
    deal = deal_of()
    pay(deal, 599_99)
    assert gaps(deal, "payment") == [Missing("fully_paid", {"owed": Money(1, "EUR")})]
    pay(deal, 1)
    assert gaps(deal, "payment") == []
    deal.payments[0].cancelled_at = NOW
    assert gaps(deal, "payment") == [Missing("fully_paid", {"owed": Money(599_99, "EUR")})]


def test_while_nothing_was_paid_the_whole_of_it_is_missing() -> None:
    deposit, price = (gaps(deal_of(), step) for step in ("deposit", "payment"))
    assert deposit == [Missing("deposit_paid", {"owed": Money(200_00, "EUR"), "whole": True})]
    assert price == [Missing("fully_paid", {"owed": Money(600_00, "EUR"), "whole": True})]


def test_the_voucher_is_to_be_sent() -> None:
    deal = deal_of()
    assert gaps(deal, "voucher") == [Missing("voucher_sent")]
    deal.voucher_sent_at = NOW
    assert gaps(deal, "voucher") == []


def test_a_told_deal_waits_for_its_departure() -> None:
    deal = deal_of()
    assert gaps(deal, "notified") == [], "a tailor-made journey has no departure of ours"
    deal.trip = Trip.planned(OHRID, NOW)
    assert gaps(deal, "notified") == [Missing("departed", {"departs": OHRID.departs})]
    assert gaps(deal, "notified", deal.trip.departs_at) == []


def test_every_need_of_the_pipeline_is_known() -> None:
    needs = {need for step in PIPELINE.steps for need in step.needs}
    known: dict[str, Callable[..., Missing | None]] = dict(REQUIREMENTS)
    assert needs == set(known)


def test_what_only_another_version_can_wait_for_keeps_no_deal() -> None:
    step = Step("new", needs=("blessing_given", "price_agreed"))
    assert [gap.kind for gap in missing(replace(deal_of(), price=ZERO), step, NOW)] == ["price_agreed"]
    assert missing(deal_of(), step, NOW) == []
