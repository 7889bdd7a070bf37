"""Forgetting waits for what is open or owed, whenever that came to be, and only for that."""

from datetime import timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.forgets import GRACE, Forget
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.stages import LOST
from domain.notices.forgetting import FORGET_ASKED
from domain.usecases.own_data.forgetting import (
    ask_to_be_forgotten,
    forget_client,
    goes_ahead,
    keep_client,
    let_grace_begin,
)
from tests.domain.test_merging import Agency
from tests.things import eur


class Leaving(Agency):
    """Rosa has asked to be forgotten, and nothing is open."""

    def __init__(self) -> None:
        super().__init__()
        self.rosa = self.file("Rosa")
        self.forget = self.asked(self.rosa)

    def asked(self, client: Client) -> Forget:
        forget = Forget(client, self.desk.now, due_at=self.desk.now + GRACE)
        self.records.forgets.add(forget)
        return forget

    def opens(self, client: Client) -> Deal:
        deal = Deal(client, "Vienna", 1, eur(0), eur(0), self.desk.now)
        self.records.deals.add(deal)
        return deal

    def told(self) -> int:
        return sum(one.kind == FORGET_ASKED for one in self.records.notices.undelivered_to(self.boris.person))


def test_a_deal_that_was_opened_within_the_day_makes_it_wait() -> None:
    agency = Leaving()
    deal = agency.opens(agency.rosa)
    assert not goes_ahead(agency.desk, agency.forget.id)
    assert agency.forget.due_at is None
    assert agency.told() == 1
    assert agency.whats(agency.rosa)[-1] == "forget_put_off"
    assert let_grace_begin(agency.desk) == 0

    deal.closed_at = agency.desk.now
    assert let_grace_begin(agency.desk) == 1
    assert goes_ahead(agency.desk, agency.forget.id)


def pays(agency: Leaving, deal: Deal, amount: int) -> Payment:
    on = agency.desk.now
    payment = Payment(eur(amount), PaymentMethod.CASH, on.date(), agency.boris, on)
    deal.payments.append(payment)
    return payment


@pytest.mark.parametrize(
    ("price", "paid", "lost", "unsettled"),
    [
        (100, 0, False, 100),
        (100, 100, False, 0),
        (100, 130, False, -30),
        (100, 40, True, -40),
        (100, 0, True, 0),
    ],
)
def test_money_owed_for_what_is_closed_makes_it_wait_whoever_owes_it(
    price: int,
    paid: int,
    lost: bool,  # noqa: FBT001
    unsettled: int,
) -> None:
    agency = Leaving()
    keep_client(agency.at(agency.boris), agency.rosa.id)
    deal = agency.opens(agency.rosa)
    deal.price, deal.closed_at = eur(price), agency.desk.now
    deal.step_key = LOST if lost else deal.step_key
    payment = pays(agency, deal, paid) if paid else None
    assert deal.unsettled == eur(unsettled)
    agency.rosa.person = agency.person("Rosa")
    forget = ask_to_be_forgotten(agency.in_chat(agency.rosa.person, agency.rosa))
    assert (forget.due_at is None) == bool(unsettled)
    assert agency.told() == bool(unsettled)
    assert bool(let_grace_begin(agency.desk)) is False

    if not unsettled:  # and then it is not any more: what was paid is taken back within the day
        if payment is not None:
            payment.cancelled_at = agency.desk.now
            assert not goes_ahead(agency.desk, forget.id)
        return
    pays(agency, deal, -paid if lost else unsettled)
    assert let_grace_begin(agency.desk) == 1
    assert goes_ahead(agency.desk, forget.id)


def test_money_owed_before_it_was_asked_for_in_a_restored_backup_makes_nobody_wait() -> None:
    agency = Leaving()
    deal = agency.opens(agency.rosa)
    deal.price = eur(100)
    deal.created_at = deal.closed_at = agency.forget.asked_at - timedelta(days=9)
    assert deal.unsettled
    assert goes_ahead(agency.desk, agency.forget.id)


def test_what_a_colleague_confirmed_goes_ahead_and_what_was_taken_back_does_not() -> None:
    agency = Leaving()
    agency.opens(agency.rosa)
    assert not goes_ahead(agency.desk, agency.forget.id)
    forget_client(agency.at(agency.boris), agency.rosa.id)
    assert goes_ahead(agency.desk, agency.forget.id)
    keep_client(agency.at(agency.boris), agency.rosa.id)
    assert not goes_ahead(agency.desk, agency.forget.id)


def test_many_who_wait_keep_nobody_else_waiting() -> None:
    agency = Leaving()
    for number in range(60):
        busy = agency.file(f"Busy {number}")
        agency.opens(busy)
        agency.asked(busy).due_at = None
    free = agency.asked(agency.file("Ivan"))
    free.due_at = None
    assert let_grace_begin(agency.desk) == 1
    assert free.due_at == agency.desk.now + GRACE
